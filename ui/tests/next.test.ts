import { fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import { session } from "#ui/frame/session.svelte";
import LinkLine from "#ui/rooms/archive/LinkLine.svelte";
import { last, look, recent } from "./next-fixtures";
import { answering, frameAt, prepared } from "./shell";

function atTheStart(more: Record<string, (args: Record<string, unknown>) => unknown> = {}) {
  let open = false;
  return answering({
    start_view: () => ({ recent: [recent], folder: "/票决台", opened: null, failure: null }),
    frame_view: () => {
      if (!open) throw { kind: "failed", code: "no_session" };
      return frameAt("print_ballot");
    },
    prepare_view: prepared,
    look_at_last: look,
    begin_next: () => {
      open = true;
      return null;
    },
    ...more,
  });
}

/** The dialog that shows what the last session brings. */
async function looked() {
  session.frame = null;
  render(App);
  await fireEvent.click(await screen.findByText("由上次会议建立"));
  const row = (await screen.findByRole("dialog")).querySelector<HTMLElement>("li button");
  expect(document.activeElement).toBe(row);
  await fireEvent.click(row as HTMLElement);
  await screen.findByText(/^接续青石镇第十八届/u);
}

describe("the next session", () => {
  it("begins with three presses: the door, the last session, and Enter", async () => {
    const { asked } = atTheStart();
    await looked();
    expect(screen.getByLabelText<HTMLInputElement>("次").value).toBe("6");
    const day = screen.getByLabelText("会议日期");
    expect(document.activeElement).toBe(day);
    await fireEvent.keyDown(day, { key: "Enter" });
    await tick();
    const begun = asked.find((one) => one.name === "begin_next")?.args;
    expect(begun).toMatchObject({
      asked: { secretary: "苏文", left: [], came: [], evaluation: true, meeting: { meeting: 6 } },
    });
    expect(asked.find((one) => one.name === "look_at_last")?.args).toMatchObject({ path: recent.path });
  });

  it("takes who left, who came and what is not wanted", async () => {
    const { asked } = atTheStart();
    await looked();
    screen.getByText("监票人");
    await fireEvent.click(screen.getByLabelText(/^2\s号𬱖生离任$/u));
    await fireEvent.click(screen.getByText("添加新任代表"));
    await fireEvent.input(screen.getByLabelText(/^新任第\s1\s人姓名$/u), { target: { value: "古丽娜尔" } });
    await fireEvent.click(screen.getByLabelText(/同时建立满意度测评票$/u));
    screen.getByText(/^离任\s1\s人，新任\s1\s人$/u);
    await fireEvent.click(screen.getByText("建立会议"));
    await tick();
    expect(asked.find((one) => one.name === "begin_next")?.args).toMatchObject({
      asked: { left: [2], came: [{ name: "古丽娜尔", delegation: "" }], evaluation: false },
    });
  });

  it("says in the dialog why a file cannot be gone on from, and stays", async () => {
    session.frame = null;
    atTheStart({
      look_at_last: () => {
        throw { kind: "refused", refusal: { code: "last_under_way", title: "票决票" } };
      },
    });
    render(App);
    await fireEvent.click(await screen.findByText("由上次会议建立"));
    await fireEvent.click((await screen.findByRole("dialog")).querySelector("li button") as HTMLElement);
    await screen.findByText(/上次会议的“票决票”还没有办完/u);
    await fireEvent.click(screen.getByText("取消"));
    await tick();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it.each([
    [{ link: "joined", path: "/a", later: 0 }, /指纹相符$/u, "right"],
    [{ link: "joined", path: "/a", later: 3 }, /此后又记了\s3\s条$/u, "right"],
    [{ link: "missing" }, /没有核对/u, "doubtful"],
    [{ link: "shorter", path: "/a", entries: 90 }, /接续中断.*只有\s90\s条/u, "wrong"],
    [{ link: "other", path: "/a" }, /接续中断.*不是.*当时的记录/u, "wrong"],
    [{ link: "wrong", path: "/a", flaw: { seq: 7, fault: { fault: "hash" } } }, /第\s7\s条记录/u, "wrong"],
    [{ link: "unread", trouble: { code: "already_open", path: "/a" } }, /没有核对.*关闭/u, "doubtful"],
  ] as const)("says of the link %o what it is", (link, sentence, kind) => {
    const { container } = render(LinkLine, { found: { last, link } });
    expect(container.textContent).toMatch(sentence);
    expect(container.querySelector(`.${kind}`)).toBeTruthy();
  });
});
