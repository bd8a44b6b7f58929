// What a new form holds before anything is typed: nothing that counts. Ballots start from a preset.
import type { Deputy, PastProject, Project } from "#ui/bindings";

/** 票色 as offices buy it; any other may be typed. */
export const usualColours = ["粉红色", "浅黄色", "浅绿色", "浅蓝色", "白色"];

export const emptyProject: Project = {
  content: "",
  investment: 0,
  funding: "",
  unit: "",
  person: "",
  deadline: "",
};

export const emptyPastProject: PastProject = { name: "", project: emptyProject, done: true, state: "" };

export const emptyDeputy: Deputy = {
  number: 1,
  name: "",
  sex: "",
  ethnicity: "",
  delegation: "",
  post: "",
  note: "",
};
