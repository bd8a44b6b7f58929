// Every picture of the hall, with the pages that are hard to set: 1, 12 and 40 rows, long names, no votes, a tie, a void vote.
import type { HallRoomView, HallView, Picture, Scene } from "#ui/bindings";
import { BEFORE } from "./before";
import { COUNTING } from "./counting";
import { MOTIONS } from "./motions";
import { RESULTS } from "./results";

export const SESSION = "青石镇第十八届人民代表大会第五次会议";

/** Every picture, by the name of its screenshot. */
export const PICTURES: Record<string, Picture> = {
  ...BEFORE,
  ...COUNTING,
  ...RESULTS,
  ...MOTIONS,
  recess: { scene: "recess", until: "14:30:00", note: "请各代表团分组讨论" },
  "recess-plain": { scene: "recess", until: null, note: "" },
  line: { scene: "line", text: "请各位代表对号入座，并将手机调至静音" },
  "line-long": { scene: "line", text: "请各位代表凭选票到指定票箱投票，".repeat(5) },
  blank: { scene: "blank" },
};

/** Returns the view of the hall with a picture on it. */
export function hallView(picture: Picture): HallView {
  return {
    title: SESSION,
    look: { theme: "red", turn_every: null },
    pushed: 1,
    picture,
    rechecking: false,
    rehearsal: false,
    turning: null,
  };
}

/** The operator's list of pictures: the session's own, a ballot at work and one of the same title that is over. */
export function hallRoom(change: Partial<HallRoomView> = {}): HallRoomView {
  const may = (scene: Scene) => ({ scene, refused: null });
  const notYet = (scene: Scene) => ({ scene, refused: { code: "result_not_announced" } as const });
  const before = (id: string) => [
    may({ scene: "options", ballot: id, page: 0 }),
    may({ scene: "how_to_mark", ballot: id }),
  ];
  return {
    shown: { scene: "welcome" },
    due: { scene: "welcome" },
    rechecking: null,
    groups: [
      {
        of: { of: "session" },
        in_hand: true,
        scenes: [
          may({ scene: "welcome" }),
          may({ scene: "agenda", page: 0 }),
          may({ scene: "attendance" }),
          may({ scene: "recess", until: null, note: "" }),
          { scene: { scene: "line", text: "" }, refused: { code: "line_empty" } },
          may({ scene: "blank" }),
        ],
        announcing: null,
      },
      {
        of: { of: "ballot", ballot: "a", title: "选票" },
        in_hand: false,
        scenes: [...before("a"), may({ scene: "result", round: 1, page: 0 })],
        announcing: null,
      },
      {
        of: { of: "ballot", ballot: "b", title: "选票" },
        in_hand: true,
        scenes: [...before("b"), notYet({ scene: "result", round: 2, page: 0 })],
        announcing: { round: 2, ballot: "选票", missing: null },
      },
    ],
    ...change,
  };
}
