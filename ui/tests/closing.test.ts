import { emit } from "@tauri-apps/api/event";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import { beforeClose } from "#ui/shell/closing";
import { answering, frameAt, prepared } from "./shell";

async function open() {
  const destroyed: string[] = [];
  answering({
    frame_view: () => frameAt("describe"),
    prepare_view: prepared,
    "plugin:window|destroy": () => destroyed.push("operator"),
  });
  render(App);
  await screen.findByLabelText("会场");
  return destroyed;
}

const askToClose = async () => {
  await emit("tauri://close-requested");
  await tick();
};

describe("closing the operator's window", () => {
  it("closes at once when nothing would be lost", async () => {
    const destroyed = await open();
    await askToClose();
    await waitFor(() => expect(destroyed).toEqual(["operator"]));
  });

  it("asks in the middle of a sheet, keeps the sheet, then closes", async () => {
    const destroyed = await open();
    const order: string[] = [];
    const withdraw = beforeClose({
      question: () => "第3捆第5张录了一半。",
      keep: async () => {
        order.push(`kept before ${destroyed.length} closed`);
      },
    });
    await askToClose();
    screen.getByText("第3捆第5张录了一半。");
    expect(destroyed).toEqual([]);
    await fireEvent.click(screen.getByText("保存未完成的一张并关闭"));
    await waitFor(() => expect(destroyed).toEqual(["operator"]));
    expect(order).toEqual(["kept before 0 closed"]);
    withdraw();
  });

  it("stays open when the sheet cannot be kept", async () => {
    const destroyed = await open();
    const withdraw = beforeClose({
      question: () => "第3捆第5张录了一半。",
      keep: () => Promise.reject({ kind: "failed", code: "disk_full", path: "" }),
    });
    await askToClose();
    await fireEvent.click(screen.getByText("保存未完成的一张并关闭"));
    await screen.findByText("磁盘空间不足，没有记录。请腾出空间后再做一次。");
    expect(destroyed).toEqual([]);
    withdraw();
  });

  it("names the pages whose changes are not saved", async () => {
    const destroyed = await open();
    await fireEvent.input(screen.getByLabelText("会场"), { target: { value: "礼堂" } });
    await askToClose();
    screen.getByText("没有保存的是：会议。");
    await fireEvent.click(screen.getByText("回去保存"));
    expect(destroyed).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("asks while the hall is showing or a vote is on, and closes all the same", async () => {
    const destroyed: string[] = [];
    answering({
      frame_view: () => ({ ...frameAt("first_keying"), under_way: "镇长选票" }),
      prepare_view: prepared,
      hall_window: () => ({ open: true, has: "the_pushed", covers: null, screens: [] }),
      "plugin:window|destroy": () => destroyed.push("operator"),
    });
    render(App);
    await screen.findByText("大屏：会议名称");
    await askToClose();
    screen.getByText("大屏正在显示“会议名称”，关闭后大屏窗口一同关闭。");
    screen.getByText(/“镇长选票”还没有宣布结果/u);
    expect(destroyed).toEqual([]);
    await fireEvent.click(screen.getByText("关闭程序"));
    await waitFor(() => expect(destroyed).toEqual(["operator"]));
  });
});
