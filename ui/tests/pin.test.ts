// The desk is handed over and the count certified with the person's own PIN; without one it works, visibly.
import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "#ui/frame/session.svelte";
import Certify from "#ui/rooms/count/certify/Certify.svelte";
import DeskDoor from "#ui/rooms/count/desk/DeskDoor.svelte";
import { choice } from "#ui/rooms/count/desk/seat.svelte";
import PinButton from "#ui/rooms/prepare/PinButton.svelte";
import * as api from "#ui/shell/api";
import { countToCertify, frameAt, STAFF } from "./count/fixtures";
import { plain } from "./shell";

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
afterEach(cleanup);

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

describe("a PIN is set by its owner", () => {
  it("typed twice, changed with the one before", async () => {
    const setPin = vi.spyOn(api, "setPin").mockResolvedValue(null);
    const chief = STAFF.find((person) => person.id === "c");
    if (!chief) throw new Error("no chief");
    render(PinButton, { person: chief });
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
