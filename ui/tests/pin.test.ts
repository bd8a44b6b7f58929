// The desk is handed over and the count certified with the person's own PIN; without one it works, visibly.
import { cleanup, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import SeatAsk from "#ui/frame/SeatAsk.svelte";
import { whenWalkedAway } from "#ui/frame/seat-taking.svelte";
import { session, tryPerform } from "#ui/frame/session.svelte";
import Certify from "#ui/rooms/count/certify/Certify.svelte";
import DeskDoor from "#ui/rooms/count/desk/DeskDoor.svelte";
import { choice } from "#ui/rooms/count/desk/seat.svelte";
import { drafts } from "#ui/rooms/prepare/drafts.svelte";
import PinButton from "#ui/rooms/prepare/PinButton.svelte";
import StaffPage from "#ui/rooms/prepare/StaffPage.svelte";
import * as api from "#ui/shell/api";
import { countToCertify, frameAt, STAFF } from "./count/fixtures";
import { plain, prepared } from "./shell";

const PLACE = { round: 1, pass: "second", bundle: 1 } as const;

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

async function type(label: RegExp | string, text: string): Promise<void> {
  const field = screen.getByLabelText<HTMLInputElement>(label);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await soon();
}

beforeEach(() => {
  session.frame = { ...frameAt("second_keying"), pins: ["t1", "c"] };
  choice.leave();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the desk is handed over", () => {
  async function sit(name: string) {
    const figures = session.frame?.round;
    if (!figures) throw new Error("no round");
    render(DeskDoor, { figures });
    screen.getByRole("radio", { name: /复录/ }).click();
    screen.getByRole("radio", { name }).click();
    await soon();
  }

  it("with the PIN of the one who takes it", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    await sit("刘敏");
    const button = screen.getByRole<HTMLButtonElement>("button", { name: /坐下录入/ });
    expect(button.disabled).toBe(true);
    await type("PIN 码", "４９３8");
    button.click();
    await soon();
    expect(perform).toHaveBeenCalledWith({ room: "pin", command: { do: "take_desk" } }, "t1", "4938");
    expect(choice.seat?.teller).toBe("t1");
  });

  it("to somebody who is marked when the roll says that they are not there", async () => {
    const why = { absence: "excused", leave: "sick" } as const;
    session.frame = { ...frameAt("second_keying"), absent: [{ person: "t1", why }] };
    await sit("刘敏 病假");
    expect(screen.getByRole("radio", { name: "孙丽" })).toBeTruthy();
    expect(screen.getAllByText("病假")).toHaveLength(1);
  });

  it("not with a wrong one, and says so where it was typed", async () => {
    const refusal = { code: "wrong_pin", name: "刘敏", wrong: 1 } as const;
    vi.spyOn(api, "perform").mockRejectedValue({ kind: "refused", refusal });
    await sit("刘敏");
    await type("PIN 码", "0000");
    screen.getByRole("button", { name: /坐下录入/ }).click();
    await soon();
    expect(choice.seat).toBeNull();
    expect(plain(document.body.textContent)).toContain("PIN码不对");
    expect(screen.getByLabelText<HTMLInputElement>("PIN 码").value).toBe("");
  });

  it("without one where none is set, visibly", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    await sit("孙丽");
    expect(plain(document.body.textContent)).toContain("孙丽没有设PIN码");
    screen.getByRole("button", { name: /坐下录入/ }).click();
    await soon();
    expect(perform).toHaveBeenCalledWith({ room: "pin", command: { do: "take_desk" } }, "t2");
  });
});

describe("the count is certified", () => {
  it("with the chief scrutineer's PIN", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    render(Certify, { view: countToCertify(false), onnames: () => undefined });
    screen.getByRole("button", { name: /总监票人核定/ }).click();
    await soon();
    await type("郑国栋的 PIN 码", "4938");
    screen.getByRole("button", { name: /^核定/ }).click();
    await soon();
    expect(perform).toHaveBeenCalledWith(
      { room: "round", command: { do: "certify", round: 1 } },
      "c",
      "4938",
    );
  });
});

describe("what is done in a person's name", () => {
  const needed = { kind: "refused", refusal: { code: "pin_needed", name: "郑国栋" } } as const;
  const command = { room: "keying", command: { do: "close_bundle", place: PLACE } } as const;

  it("asks for their PIN once where it is missing, and is done then", async () => {
    const perform = vi.spyOn(api, "perform").mockRejectedValueOnce(needed).mockResolvedValue(null);
    render(SeatAsk);
    const done = tryPerform(command, "c");
    await soon();
    await type("郑国栋的 PIN 码", "493817");
    screen.getByRole("button", { name: /^确定/ }).click();
    expect(await done).toBeNull();
    expect(perform.mock.calls).toEqual([
      [command, "c"],
      [{ room: "pin", command: { do: "take_desk" } }, "c", "493817"],
      [command, "c"],
    ]);
    await soon();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is refused where nobody types it", async () => {
    const perform = vi.spyOn(api, "perform").mockRejectedValue(needed);
    render(SeatAsk);
    const done = tryPerform(command, "c");
    await soon();
    screen.getByRole("button", { name: /取消/ }).click();
    expect(await done).toEqual(needed);
    expect(perform).toHaveBeenCalledTimes(1);
  });

  it("asks one person after the other", async () => {
    vi.spyOn(api, "perform").mockRejectedValue(needed);
    render(SeatAsk);
    const both = [tryPerform(command, "c"), tryPerform(command, "t1")];
    await soon();
    expect(screen.getByRole("dialog").textContent).toContain("郑国栋");
    screen.getByRole("button", { name: /取消/ }).click();
    await soon();
    expect(screen.getByRole("dialog").textContent).toContain("刘敏");
    screen.getByRole("button", { name: /取消/ }).click();
    expect(await Promise.all(both)).toEqual([needed, needed]);
  });
});

describe("a name on the staff", () => {
  const view = { ...prepared(), staff: [...STAFF], acted: ["t1"] };

  it("is no field any more once its bearer has acted, but put right with a reason", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    drafts.staff.follow(view.staff);
    render(StaffPage, { view, onsaved: () => undefined });
    const names = [...document.querySelectorAll("input")].map((field) => field.value);
    expect(names).not.toContain("刘敏");
    expect(names).toContain("孙丽");
    screen.getByRole("button", { name: /更正姓名\s*刘敏/u }).click();
    await soon();
    await type("正确的姓名", "刘明");
    await type(/^理由/u, "录入时写错");
    within(screen.getByRole("dialog"))
      .getByRole("button", { name: /^更正姓名/u })
      .click();
    await soon();
    expect(perform.mock.calls[0]?.[0]).toEqual({
      room: "people",
      command: { do: "correct_name", person: "t1", name: "刘明", reason: "录入时写错" },
    });
  });

  it("leads the others of its role where that is ticked", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    drafts.staff.follow(view.staff);
    render(StaffPage, { view, onsaved: () => undefined });
    expect(screen.queryByRole("checkbox", { name: /郑国栋/u })).toBeNull();
    screen.getByRole("checkbox", { name: "总计票人 孙丽" }).click();
    await soon();
    screen.getByRole("button", { name: /^保存/u }).click();
    await soon();
    const staff = STAFF.map((person) => (person.name === "孙丽" ? { ...person, leads: true } : person));
    expect(perform.mock.calls[0]?.[0]).toEqual({ room: "people", command: { do: "appoint_staff", staff } });
  });
});

describe("whoever walks away", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("has what was begun last kept before the seat is free", async () => {
    const done: string[] = [];
    const ending = [
      whenWalkedAway(() => done.push("left")),
      whenWalkedAway(async () => {
        await Promise.resolve();
        done.push("kept");
      }),
    ];
    await vi.advanceTimersByTimeAsync(300_000);
    expect(done).toEqual(["kept", "left"]);
    for (const end of ending) end();
  });

  it("has left the seat after five minutes in which nobody touched the machine", () => {
    const left = vi.fn();
    const ending = whenWalkedAway(left);
    vi.advanceTimersByTime(299_000);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "1" }));
    vi.advanceTimersByTime(299_000);
    expect(left).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(left).toHaveBeenCalledTimes(1);
    ending();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "1" }));
    vi.advanceTimersByTime(600_000);
    expect(left).toHaveBeenCalledTimes(1);
  });
});

describe("a PIN is set by its owner", () => {
  it("typed twice, changed with the one before", async () => {
    const setPin = vi.spyOn(api, "setPin").mockResolvedValue(null);
    const chief = STAFF.find((person) => person.id === "c");
    if (!chief) throw new Error("no chief");
    render(PinButton, { person: chief, removers: ["s"] });
    screen.getByRole("button", { name: /更换\s*PIN\s*码/u }).click();
    await soon();
    await type("原来的 PIN 码", "4938");
    await type("新的 PIN 码", "222222");
    const save = screen.getByRole<HTMLButtonElement>("button", { name: /^设置/ });
    expect(save.disabled).toBe(true);
    await type("再输一遍", "222222");
    save.click();
    await soon();
    expect(setPin).toHaveBeenCalledWith("c", "4938", "222222");
  });
});
