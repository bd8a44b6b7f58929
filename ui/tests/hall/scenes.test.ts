import { describe, expect, it } from "vitest";
import type { FloorHandVote, FloorRound, HandState, PreparedBallot } from "#ui/bindings";
import { handSceneOfTheHour, onPage, sceneOfTheHour, scenesOfTheDay } from "#ui/rooms/hall/scenes";
import { stepsUpTo } from "../shell";

const prepared = (id: string, title: string): PreparedBallot => ({
  ballot: {
    id,
    title,
    colour: "",
    contests: [],
    valid_if: "returned_at_most_issued",
    bundle_size: 10,
    hall: "live",
  },
  issued: true,
  printed: true,
  deletable: false,
  problem: null,
  concerns: [],
  departures: [],
});
const opened = (round: number, title: string): FloorRound => ({
  round,
  title,
  kind: { why: "first" },
  present: 56,
  printed: 60,
  issued: 56,
  collected: null,
  left_over: null,
  valid: null,
  announced: false,
  result_missing: { code: "not_certified" },
  correctable: true,
  announce_missing: null,
  notices: [],
});

const day = scenesOfTheDay(
  [prepared("a", "票决"), prepared("b", "测评")],
  [opened(1, "票决"), opened(2, "票决")],
  [],
);

describe("the scenes of the day", () => {
  it("stand in its order, a ballot's own only once it was issued", () => {
    expect(day.map((group) => group.scenes.map((scene) => scene.scene))).toEqual([
      ["welcome", "agenda", "attendance"],
      ["options", "how_to_mark", "voting", "collection", "counting", "result", "elected"],
      ["options", "how_to_mark"],
      ["blank"],
    ]);
  });

  it("follow a ballot into its last round", () => {
    expect(day[1]?.scenes[2]).toEqual({ scene: "voting", round: 2 });
  });

  it("lead to the one the day has come to", () => {
    expect(sceneOfTheHour(day, stepsUpTo("collect"))).toEqual({ scene: "voting", round: 2 });
    expect(sceneOfTheHour(day, stepsUpTo("second_keying"))).toEqual({ scene: "counting", round: 2, page: 0 });
    expect(sceneOfTheHour(day, stepsUpTo("announce_result"))).toEqual({ scene: "result", round: 2, page: 0 });
    expect(sceneOfTheHour([], stepsUpTo("describe"))).toEqual({ scene: "welcome" });
  });

  it("turn pages only where there are some", () => {
    expect(onPage({ scene: "agenda", page: 0 }, 1)).toEqual({ scene: "agenda", page: 1 });
    expect(onPage({ scene: "attendance" }, 1)).toEqual({ scene: "attendance" });
  });
});

describe("the scenes of a motion decided without paper", () => {
  const put: HandState = {
    state: "put",
    count: 1,
    all: 58,
    present: 56,
    counted_by: [],
    compared: { compared: "open" },
  };
  const announced: HandState = {
    state: "announced",
    all: 58,
    present: 56,
    outcome: { outcome: "acclaimed", passed: true },
  };
  const motion = (vote: number, state: HandState): FloorHandVote => ({
    vote,
    motion: { title: `决议${vote}`, text: "", body: { body: "congress" }, way: { way: "acclamation" } },
    state,
    needed: null,
    missing: null,
  });
  const withdrawn: HandState = { state: "withdrawn", reason: "提案人撤回" };

  it("stand as far as it has come; a withdrawn one has none", () => {
    const votes = [
      motion(1, announced),
      motion(2, put),
      motion(3, { state: "prepared" }),
      motion(4, withdrawn),
    ];
    expect(scenesOfTheDay([], [], votes).map((group) => group.scenes.map((scene) => scene.scene))).toEqual([
      ["welcome", "agenda", "attendance"],
      ["hand_motion", "hand_voting", "hand_result"],
      ["hand_motion", "hand_voting"],
      ["hand_motion"],
      ["blank"],
    ]);
  });

  it("lead to the vote while it goes on, then to its result once, then back to the day", () => {
    const motionShown = { scene: "hand_motion", vote: 1 } as const;
    const voting = { scene: "hand_voting", vote: 1 } as const;
    const result = { scene: "hand_result", vote: 1 } as const;
    expect(handSceneOfTheHour([motion(1, { state: "prepared" })], motionShown)).toBeNull();
    expect(handSceneOfTheHour([motion(1, put)], motionShown)).toEqual(voting);
    expect(handSceneOfTheHour([motion(1, announced)], voting)).toEqual(result);
    expect(handSceneOfTheHour([motion(1, announced)], result)).toBeNull();
    expect(handSceneOfTheHour([motion(1, announced)], { scene: "welcome" })).toBeNull();
  });
});
