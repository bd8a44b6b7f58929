import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import type { Picture } from "#ui/bindings";
import Page from "#ui/hall-window/Page.svelte";
import { LEAST_TEXT, PAGE_HEIGHT, type Shape, scaleFor, shapeFor } from "#ui/hall-window/page";
import { hallView, PICTURES, SESSION } from "./fixtures";

afterEach(cleanup);

/** Everything that stands on a picture, without the thin spaces. */
function shown(name: string, shape: Shape = "wide"): string {
  const picture = PICTURES[name];
  if (!picture) throw new Error(`no picture ${name}`);
  const { container } = render(Page, { view: hallView(picture), shape });
  return (container.textContent ?? "").replaceAll("\u2009", "").replaceAll(/\s+/g, " ");
}

describe("the pictures of the hall", () => {
  it.each(Object.keys(PICTURES).filter((name) => name !== "blank"))("%s names the session", (name) => {
    expect(shown(name)).toContain(SESSION);
    expect(shown(name, "standard")).toContain(SESSION);
  });

  it("shows nothing at all on an empty ground", () => {
    expect(shown("blank").trim()).toBe("");
  });

  it("shows day and place of the session", () => {
    expect(shown("welcome")).toContain("2026年1月16日");
    expect(shown("welcome")).toContain("镇政府三楼会议室");
  });

  it("shows all three numbers of the attendance and whether the quorum is met", () => {
    expect(shown("attendance")).toMatch(/应到代表 ?58.*实到代表 ?56.*法定人数 ?39.*符合法定人数/);
    expect(shown("attendance-short")).toContain("距法定人数还差2人");
  });

  it("shows the meaning of every symbol, and of none", () => {
    expect(shown("how")).toMatch(/12项中最多选10项，多选无效.*赞成.*反对.*不画符号的，视为弃权/);
  });

  it.each(["collection", "collection-void"])("shows present, issued, returned and validity: %s", (name) => {
    const picture = PICTURES[name] as Extract<Picture, { scene: "collection" }>;
    const text = shown(name);
    expect(text).toMatch(new RegExp(`实到代表 ?56.*发出选票 ?56.*收回选票 ?${picture.control.returned}`));
    expect(text).toContain(picture.valid ? "本次投票有效" : "本次投票无效");
  });

  it("shows the threshold as a number beside its dashed line while counting", () => {
    const text = shown("live");
    expect(text).toMatch(/发出 56.*收回 56.*已计 40 \/ 56.*过半数（虚线） 30/);
    expect(document.querySelector<HTMLElement>(".line")?.style.left).toMatch(/^51\.7/);
  });

  it("keeps the order of the ballot while counting", () => {
    render(Page, { view: hallView(PICTURES.live as Picture), shape: "wide" });
    const numbers = [...document.querySelectorAll(".row .no")].map((no) => no.textContent);
    expect(numbers).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
  });

  it("shows all names written in as one number without a bar, below the candidates", () => {
    expect(shown("live-election")).toMatch(/另选他人合计 ?3/);
    expect(document.querySelectorAll(".fill")).toHaveLength(3);
    expect([...document.querySelectorAll("[data-row]")].at(-1)?.textContent).toContain("另选他人合计");
    expect(shown("live")).not.toContain("另选他人");
  });

  it("shows no mark where the ballot allows only progress, or nothing", () => {
    expect(shown("counting-sheets")).toMatch(/两次录入完成 *30 *共56张/);
    expect(shown("counting-nothing")).toContain("正在计票，请稍候");
    expect(document.querySelector(".row")).toBeNull();
  });

  it.each(["result", "result-one", "result-tie", "result-zero", "elected", "elected-none"])(
    "always shows the control numbers and the threshold with a result: %s",
    (name) => {
      expect(shown(name)).toMatch(/实到 ?56.*发出 ?56.*收回 ?56.*有效 ?55.*无效 ?1.*过半数 ?30/);
    },
  );

  it("says what became of every row in words", () => {
    const text = shown("result");
    expect(text.match(/通过/g)).toHaveLength(11);
    expect(text).toContain("名额已满");
    expect(text).toContain("未过半");
    expect(shown("result-tie").match(/同票/g)).toHaveLength(3);
  });

  it("speaks of persons as elected, of projects as passed, and of half only where the rule is more than half", () => {
    const election = shown("result-election");
    expect(election.match(/当选/g)?.length).toBe(3);
    expect(election).toContain("候选人4名，应选2名");
    const other = shown("result-two-thirds");
    expect(other).toMatch(/实到代表三分之二以上 38/);
    expect(other).not.toContain("过半");
  });

  it("has no fourth class beside 赞成, 反对 and 弃权", () => {
    const text = shown("result-two-thirds");
    expect([...document.querySelectorAll(".head .number")].map((head) => head.textContent)).toEqual([
      "赞成",
      "反对",
      "弃权",
    ]);
    expect(text).toContain("看不清的栏未计入");
    expect(text).not.toContain("本栏无效");
    expect(shown("how")).not.toContain("本栏无效");
  });

  it("shows grades and rates of an evaluation, and the three counts of a motion with its verdict", () => {
    expect(shown("result-evaluation")).toMatch(/满意 ?基本满意 ?不满意 ?弃权 ?满意率.*53 ?0 ?0 ?2 ?100.00%/);
    expect(shown("live-evaluation")).toMatch(/30 ?8 ?1 ?1/);
    expect(shown("result-motion")).toMatch(/赞成 ?52票 ?反对 ?3票 ?弃权 ?0票 ?.*通过/);
    expect(shown("result-motion-lost")).toContain("未通过");
    expect(shown("live-motion")).toMatch(/赞成 ?37票/);
  });

  it("shows the share of every grade below its number and what all rows come to, where that is told", () => {
    const text = shown("result-evaluation-shares");
    expect(text).toMatch(/53 ?0 ?0 ?2 ?100.00% ?基本满意 ?89.29% ?10.71% ?无/);
    expect(text).toMatch(/总体满意率 ?96.36%/);
    cleanup();
    expect(shown("result-evaluation")).not.toContain("总体满意率");
  });

  it("explains contests that are marked alike once", () => {
    expect(shown("how-four").match(/可以另选他人/g)).toHaveLength(1);
    expect(shown("how-mixed").match(/不画符号的/g)).toHaveLength(3);
  });

  it("says what the result comes to, and what must follow", () => {
    expect(shown("result")).toContain("通过10项");
    expect(shown("result-short")).toContain("当选1名，1名未选出，须另行选举");
    expect(shown("result-tie")).toContain("当选1名，末位2名同票，须再次投票");
    expect(shown("result-one-lost")).toContain("1名未选出，须另行选举");
    expect(shown("result-one")).toMatch(/陈志远 ?赞成 ?55票.*当选/);
  });

  it("sets several posts of one sheet under each other, each with its own numbers", () => {
    expect(shown("result-posts")).toMatch(
      /镇人大主席.*候选人1名，应选1名 有效55 无效1 过半数30.*陈志远.*镇人大副主席.*应选2名.*田 富.*实到 ?56/,
    );
    expect(shown("options-posts").match(/应选/g)).toHaveLength(3);
  });

  it("draws a ballot whose symbols are all alike", () => {
    expect(shown("how-evaluation-ticks")).toMatch(/满意.*基本满意.*不满意/);
  });

  it("says when a pause ends, and marks a result that is checked again", () => {
    expect(shown("recess")).toMatch(/休会 ?14:30继续开会 ?请各代表团分组讨论/);
    const view = { ...hallView(PICTURES.result as Picture), rechecking: true };
    const { container } = render(Page, { view, shape: "wide" });
    expect(container.textContent).toContain("复核中");
  });

  it("says so when nothing passed", () => {
    expect(shown("elected-none")).toContain("没有项目通过");
  });

  it("shows a motion with what it takes to pass", () => {
    expect(shown("hand-motion")).toMatch(
      /关于政府工作报告的决议（草案）.*决定批准这个报告.*全体代表举手表决.*通过须赞成 ?30/,
    );
    expect(shown("hand-voting-presidium")).toMatch(
      /正在表决.*主席团举手表决.*主席团 ?7.*实到 ?7.*通过须赞成 ?4/,
    );
  });

  it("shows the hands with the threshold as a number, and whether it passed in word and shape", () => {
    expect(shown("hand-passed")).toMatch(
      /赞成 ?52.*反对 ?3.*弃权 ?1.* 通过 .*全体代表 ?58.*实到 ?56.*通过须赞成 ?30/,
    );
    const shape = document.querySelector("svg path")?.getAttribute("d");
    cleanup();
    expect(shown("hand-rejected")).toMatch(/赞成 ?29.*反对 ?20.*弃权 ?7.*未通过/);
    expect(document.querySelector("svg path")?.getAttribute("d")).not.toBe(shape);
  });

  it("shows who did not press with the people present, beside the three votes and not among them", () => {
    expect(shown("keypads-voting")).toMatch(/全体代表表决器表决/);
    cleanup();
    expect(shown("keypads-passed")).toMatch(
      /赞成 ?50.*反对 ?3.*弃权 ?1.* 通过 .*全体代表 ?58.*实到 ?56.*未按 ?2.*通过须赞成 ?30/,
    );
    expect(document.querySelectorAll(".hand dl dt")).toHaveLength(3);
  });

  it("shows no votes for an acclamation", () => {
    for (const name of ["hand-acclaimed", "hand-not-acclaimed"]) {
      const text = shown(name);
      expect(text).toContain(name === "hand-acclaimed" ? "通过" : "未通过");
      expect(text).not.toMatch(/赞成|反对|弃权/);
      cleanup();
    }
  });

  it("names the page where a list has several", () => {
    expect(shown("options-long")).toContain("第2/5页".replace("/", " / "));
  });
});

describe("the size of the text", () => {
  const sized = Object.keys(PICTURES).flatMap((name) => [
    [name, "wide"] as const,
    [name, "middle"] as const,
    [name, "standard"] as const,
  ]);

  it.each(sized)("is at least 3.2 %% of the height where it is computed: %s, %s", (name, shape) => {
    shown(name, shape);
    const sizes = [...document.querySelectorAll<HTMLElement>("[style*=font-size]")].map((it) =>
      Number.parseFloat(it.style.fontSize),
    );
    expect(Math.min(PAGE_HEIGHT, ...sizes)).toBeGreaterThanOrEqual(LEAST_TEXT);
    expect(LEAST_TEXT / PAGE_HEIGHT).toBeGreaterThanOrEqual(0.032);
  });
});

describe("the page of the hall", () => {
  it.each([
    [1024, 768, "standard"],
    [1280, 800, "middle"],
    [1920, 1080, "wide"],
    [1920, 1200, "middle"],
    [1600, 1200, "standard"],
  ])("fits a window of %i × %i whole", (width, height, shape) => {
    expect(shapeFor(width, height)).toBe(shape);
    const scale = scaleFor(shapeFor(width, height), width, height);
    expect(PAGE_HEIGHT * scale).toBeLessThanOrEqual(height);
  });
});
