// A last session, and what it brings into the next.
import type { LastLook, Role } from "#ui/bindings";

export const recent = {
  path: "/票决台/青石镇第十八届人民代表大会第五次会议.piaojue",
  title: "青石镇第十八届人民代表大会第五次会议",
  opened_at: "2026-01-16T08:12:00+08:00",
};
export const last = {
  title: recent.title,
  held_on: "2026-01-16",
  opening: "ab".repeat(32),
  entries: 312,
  head: "cd".repeat(32),
  sealed: false,
};

export function look(): LastLook {
  const deputy = (number: number, name: string, role: Role | null) => ({
    deputy: { number, name, sex: "", ethnicity: "", delegation: "第一代表团", post: "", note: "" },
    role,
  });
  return {
    path: recent.path,
    last,
    asked: {
      meeting: {
        place: "青石镇",
        congress: 18,
        meeting: 6,
        all_deputies: 58,
        held_on: "2026-01-16",
        venue: "镇政府三楼会议室",
        agenda: [],
      },
      secretary: "苏文",
      left: [],
      came: [],
      evaluation: true,
    },
    deputies: [deputy(1, "买买提·艾力", null), deputy(2, "𬱖生", "scrutineer")],
    observers: 12,
    staff: 8,
    texts: 2,
    past_year: 2026,
    past: ["通村公路硬化"],
    open_projects: 1,
    open_proposals: 3,
    kept: 2,
  };
}
