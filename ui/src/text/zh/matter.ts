// 事项的说法：选人说当选、名，定项目说通过、项。哪一种随视图传来。
import type { Matter, Next, Outcome } from "#ui/bindings";

type Words = {
  /** 表头：一行是什么。 */
  option: string;
  rows: (rows: number) => string;
  seats: (rows: number, seats: number) => string;
  needed: (votes: number) => string;
  count: (count: number) => string;
  won: (names: string[]) => string;
  done: string;
  chosen: string;
  notChosen: string;
  outcomes: Record<Outcome, string>;
  seatsLeft: (seats: number) => string;
  tied: (names: string, seats: number) => string;
  choose: (seats: number) => string;
  next: Record<Exclude<Next, "none">, string>;
  further: string;
  /** 不足应选数时不再补。 */
  accept: string;
  allIn: string;
  nextSession: string;
  acceptFewer: string;
  seatVacant: string;
  withdrew: string;
  runoffStands: (names: string) => string;
  furtherStands: (names: string) => string;
};

const outcomes = (chosen: string, notChosen: string, full: string): Record<Outcome, string> => ({
  chosen,
  tied: "末位同票",
  seats_full: full,
  below_threshold: notChosen,
  graded: "已测评",
});

const projects: Words = {
  option: "项目",
  rows: (rows) => `${rows}项`,
  seats: (rows, seats) => `${rows}项中选${seats}项`,
  needed: (votes) => `赞成${votes}票以上通过`,
  count: (count) => `${count}项`,
  won: (names) => (names.length === 0 ? "没有项目通过" : `通过${names.length}项`),
  done: "已票决",
  chosen: "通过",
  notChosen: "未通过",
  outcomes: outcomes("通过", "未通过", "名额已满"),
  seatsLeft: (seats) => `还缺${seats}项`,
  tied: (names, seats) => `${names}得票相同，还有${seats}项名额。`,
  choose: (seats) => `按主席团的决定，选定${seats}项。`,
  next: {
    runoff: "末位同票，须再次投票",
    presidium: "末位同票，由主席团决定",
    further: "名额未满，须再次票决",
  },
  further: "再次票决",
  accept: "有几项算几项",
  allIn: "同票的都通过",
  nextSession: "这些名额留到下次会议再票决。决定写入记录，不能再改。",
  acceptFewer: "这些名额不再补足。决定写入记录，不能再改。",
  seatVacant: "这些名额暂缺。决定写入记录，不能再改。",
  withdrew: "勾选撤下的项目，其余得票相同的通过。决定写入记录，不能再改。",
  runoffStands: (names) => `再次投票的只有得票相同的：${names}，以得赞成票多的通过（组织法第二十九条）。`,
  furtherStands: (names) => `再次票决的按上次得票多少列出：${names}。也可以另列项目，编好后到“会前”修改。`,
};

const persons: Words = {
  option: "候选人",
  rows: (rows) => `${rows}名候选人`,
  seats: (rows, seats) => `${rows}名候选人，应选${seats}名`,
  needed: (votes) => `赞成${votes}票以上当选`,
  count: (count) => `${count}名`,
  won: (names) => (names.length === 0 ? "无人当选" : `当选${names.length}名：${names.join("、")}`),
  done: "已选举",
  chosen: "当选",
  notChosen: "未当选",
  outcomes: outcomes("当选", "未当选", "未当选（名额已满）"),
  seatsLeft: (seats) => `还缺${seats}名`,
  tied: (names, seats) => `${names}得票相同，还应选出${seats}名。`,
  choose: (seats) => `按主席团的决定，选定${seats}名。`,
  next: {
    runoff: "末位同票，须再次投票",
    presidium: "末位同票，由主席团决定",
    further: "未选足，须另行选举",
  },
  further: "另行选举",
  accept: "有几名算几名",
  allIn: "同票的都当选",
  nextSession: "缺额留到下次会议另行选举。决定写入记录，不能再改。",
  acceptFewer:
    "组织法第二十九条规定不足的名额另行选举，可以在本次会议上进行，也可以在下一次会议上进行。确需不再选举的，写明理由和依据。决定写入记录，不能再改。",
  seatVacant: "缺额暂不选举，名额暂缺，以后依法补选。写明理由和依据。决定写入记录，不能再改。",
  withdrew: "勾选书面放弃的候选人，其余得票相同的当选。写明理由。决定写入记录，不能再改。",
  runoffStands: (names) =>
    `再次投票的候选人只有得票相同的：${names}，以得赞成票多的当选（组织法第二十九条）。`,
  furtherStands: (names) =>
    `另行选举的候选人按上次得票多少列出：${names}。也可以依法另行提名，编好后到“会前”修改（组织法第二十九条）。`,
};

const grades: Words = { ...projects, option: "测评项目", done: "测评完毕" };

const motion: Words = {
  ...projects,
  option: "表决事项",
  won: (names) => (names.length === 0 ? "未通过" : "通过"),
  done: "已表决",
};

export const matter: Record<Matter, Words> = { projects, persons, grades, motion };
