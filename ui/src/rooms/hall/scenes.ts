// The pictures of the day, in its order: what may stand in the list of the hall room, and which of them the day has come to.
import type {
  BallotId,
  FloorHandVote,
  FloorRound,
  Pages,
  Part,
  Picture,
  PreparedBallot,
  Scene,
  Step,
  StepName,
} from "#ui/bindings";

/** Scenes that belong together: the session's own, or those of a ballot. */
export interface SceneGroup {
  /** Title of the ballot or the motion; null for the session's own. */
  ballot: string | null;
  scenes: Scene[];
}

/** Returns every scene of the day; of a ballot that was issued again, those of its last round. */
export function scenesOfTheDay(
  ballots: readonly PreparedBallot[],
  rounds: readonly FloorRound[],
  handVotes: readonly FloorHandVote[],
): SceneGroup[] {
  const session: Scene[] = [{ scene: "welcome" }, { scene: "agenda", page: 0 }, { scene: "attendance" }];
  return [
    { ballot: null, scenes: session },
    ...ballots.map(({ ballot }) => ({
      ballot: ballot.title,
      scenes: [
        ...beforeTheVote(ballot.id),
        ...sinceTheVote(rounds.findLast((round) => round.title === ballot.title)),
      ],
    })),
    ...handVotes
      .filter(({ state }) => state.state !== "withdrawn")
      .map((vote) => ({ ballot: vote.motion.title, scenes: ofTheMotion(vote) })),
    { ballot: null, scenes: [{ scene: "blank" }] },
  ];
}

function ofTheMotion({ vote, state }: FloorHandVote): Scene[] {
  const shown: Scene[] = [{ scene: "hand_motion", vote }];
  if (state.state === "put" || state.state === "announced") shown.push({ scene: "hand_voting", vote });
  if (state.state === "announced") shown.push({ scene: "hand_result", vote });
  return shown;
}

function beforeTheVote(ballot: BallotId): Scene[] {
  return [
    { scene: "options", ballot, page: 0 },
    { scene: "how_to_mark", ballot },
  ];
}

function sinceTheVote(opened: FloorRound | undefined): Scene[] {
  if (!opened) return [];
  const { round } = opened;
  return [
    { scene: "voting", round },
    { scene: "collection", round },
    { scene: "counting", round, page: 0 },
    { scene: "result", round, page: 0 },
    { scene: "elected", round, page: 0 },
  ];
}

/** Returns a name that is the same for every page of a scene. */
export function sceneKey(scene: Scene): string {
  const of =
    "ballot" in scene
      ? scene.ballot
      : "round" in scene
        ? String(scene.round)
        : "vote" in scene
          ? String(scene.vote)
          : "";
  return `${scene.scene}/${of}`;
}

/** Returns the scene on another page; scenes without pages stay. */
export function onPage(scene: Scene, page: number): Scene {
  return "page" in scene ? { ...scene, page } : scene;
}

/** Returns the page of a scene, from 0. */
export function pageOf(scene: Scene): number {
  return "page" in scene ? scene.page : 0;
}

function paging(picture: Picture): Pages | null {
  if ("pages" in picture) return picture.pages;
  if (picture.scene === "counting" && picture.progress.shows === "live") return picture.progress.pages;
  return null;
}

/** Returns how many pages a picture has. */
export function pagesOf(picture: Picture): number {
  return paging(picture)?.pages ?? 1;
}

/** Returns where each contest begins; empty where there is only one. */
export function partsOf(picture: Picture): Part[] {
  return paging(picture)?.parts ?? [];
}

const SCENE_OF_STEP: Record<StepName, Scene["scene"]> = {
  describe: "welcome",
  roster: "welcome",
  staff: "welcome",
  ballot: "welcome",
  print_ballot: "welcome",
  attendance: "welcome",
  open: "attendance",
  collect: "voting",
  announce_collection: "collection",
  first_keying: "counting",
  second_keying: "counting",
  rule: "counting",
  certify: "counting",
  report: "counting",
  announce_result: "result",
  decision: "elected",
};

/** Returns the scene the day has come to, of the ballot that is at work. */
export function sceneOfTheHour(groups: readonly SceneGroup[], steps: readonly Step[]): Scene {
  const present = steps.find((step) => step.state === "present");
  const wanted = steps.length > 0 && !present ? "elected" : SCENE_OF_STEP[present?.step ?? "describe"];
  const scenes = groups.flatMap((group) => group.scenes);
  return scenes.findLast((scene) => scene.scene === wanted) ?? { scene: "welcome" };
}

/** Returns the scene of the motion that is being voted on, or whose outcome the hall waits for; null where there is none. */
export function handSceneOfTheHour(handVotes: readonly FloorHandVote[], shown: Scene): Scene | null {
  const put = handVotes.find(({ state }) => state.state === "put");
  if (put) return { scene: "hand_voting", vote: put.vote };
  const over = handVotes.find(
    ({ vote, state }) => state.state === "announced" && "vote" in shown && shown.vote === vote,
  );
  return over && shown.scene !== "hand_result" ? { scene: "hand_result", vote: over.vote } : null;
}
