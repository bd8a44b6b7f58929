import { fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it, vi } from "vitest";
import KeysDialog from "#ui/frame/KeysDialog.svelte";
import { keys } from "#ui/frame/keys.svelte";
import { navigation } from "#ui/frame/navigation.svelte";
import Rail from "#ui/frame/Rail.svelte";
import { session } from "#ui/frame/session.svelte";
import { language, t } from "#ui/text/index.svelte";
import Cards from "./Cards.svelte";
import { frameAt } from "./shell";

const field = (label: string) => screen.getByLabelText(label);
const enter = (target: Element, more: object = {}) => fireEvent.keyDown(target, { key: "Enter", ...more });
/** The buttons on which Enter is written. */
const written = () => [...document.querySelectorAll(".key")].map((one) => one.parentElement?.textContent);

async function cards(props: { cards?: string[]; way?: boolean; asking?: boolean; act?: Promise<void> } = {}) {
  const pressed = vi.fn<(what: string) => void>();
  const { rerender } = render(Cards, { pressed, ...props });
  await tick();
  return { pressed, rerender };
}

async function focus(element: HTMLElement) {
  element.focus();
  await tick();
  await tick();
}

describe("Enter", () => {
  it("belongs to the card that has the focus, whichever was built last, and only its button shows it", async () => {
    const { pressed } = await cards();
    for (const name of ["一", "二"]) {
      await fireEvent.pointerDown(field(name));
      await focus(field(name));
      expect(written()).toEqual([`发出${name} Enter`]);
      await enter(field(name));
      expect(pressed).toHaveBeenLastCalledWith(name);
    }
    expect(pressed).toHaveBeenCalledTimes(2);
  });

  it("is nobody's while an act is under way, whatever has the focus", async () => {
    let end: () => void = () => undefined;
    const act = new Promise<void>((ended) => {
      end = ended;
    });
    const { pressed } = await cards({ act });
    await focus(field("办"));
    await enter(field("办"));
    const aside = screen.getByText("旁一");
    for (const other of [field("一"), aside]) {
      await fireEvent.pointerDown(other);
      await focus(other);
      expect(await enter(other)).toBe(other !== aside);
    }
    expect(pressed).not.toHaveBeenCalled();
    end();
    await act;
    await tick();
    await fireEvent.pointerDown(field("一"));
    await focus(field("一"));
    await enter(field("一"));
    expect(pressed.mock.calls).toEqual([["一"]]);
  });

  it("does nothing for a moment after an act, before what it has done is seen", async () => {
    const now = vi.spyOn(performance, "now").mockReturnValue(1_000);
    const { pressed } = await cards();
    await focus(field("一"));
    for (const [at, times] of [
      [1_000, 1],
      [1_299, 1],
      [1_300, 2],
    ] as const) {
      now.mockReturnValue(at);
      await enter(field("一"));
      await tick();
      expect(pressed).toHaveBeenCalledTimes(times);
    }
  });

  it("is the question's that an act under way asks, and the act's again once it is answered", async () => {
    let end: () => void = () => undefined;
    const act = new Promise<void>((ended) => {
      end = ended;
    });
    const { pressed } = await cards({ act });
    await focus(field("办"));
    await enter(field("办"));
    const answered = keys.question();
    await fireEvent.pointerDown(field("一"));
    await focus(field("一"));
    await enter(field("一"));
    expect(pressed.mock.calls).toEqual([["一"]]);
    answered();
    expect(keys.resting).toBe(true);
    end();
    await act;
    await tick();
    expect(document.documentElement.hasAttribute("data-acting")).toBe(false);
  });

  it("is no card's where nothing has the focus, though there is nothing else", async () => {
    const pressed = vi.fn<(what: string) => void>();
    render(Cards, { pressed, cards: ["一"], way: false, more: false });
    await tick();
    expect(written()).toEqual([]);
    await enter(document.body);
    expect(pressed).not.toHaveBeenCalled();
    await fireEvent.pointerDown(field("一"));
    await focus(field("一"));
    await enter(field("一"));
    expect(pressed).toHaveBeenCalledWith("一");
  });

  it("is the page's own where nothing has the focus and there is nothing else", async () => {
    const pressed = vi.fn<(what: string) => void>();
    render(Cards, { pressed, cards: [], more: false });
    await tick();
    await enter(document.body);
    expect(pressed).toHaveBeenCalledWith("走");
  });

  it("is nobody's where nothing has the focus and there is something to mistake", async () => {
    const { pressed } = await cards();
    expect(written()).toEqual([]);
    await enter(document.body);
    expect(pressed).not.toHaveBeenCalled();
  });

  it("is nobody else's while another button has the focus", async () => {
    const { pressed } = await cards();
    const aside = screen.getByText("旁一");
    await focus(aside);
    expect(written()).toEqual([]);
    await enter(aside);
    expect(pressed).not.toHaveBeenCalled();
  });

  it("stays in the dialog in front", async () => {
    const { pressed } = await cards({ asking: true });
    await tick();
    expect(written()).toEqual(["不 Esc", "是 Enter"]);
    await enter(document.body);
    expect(pressed.mock.calls).toEqual([["真的"]]);
  });

  it("does nothing for a moment where the last one changed what it would do", async () => {
    const now = vi.spyOn(performance, "now").mockReturnValue(1_000);
    await cards();
    const ask = field("问");
    const times = () => document.querySelector("section p")?.textContent;
    await focus(ask);
    await enter(ask);
    await tick();
    expect(times()).toBe("1");
    expect(document.documentElement.dataset.settling).toBe("");
    for (const [at, then] of [
      [1_299, "1"],
      [1_300, "2"],
    ] as const) {
      now.mockReturnValue(at);
      await enter(ask);
      await tick();
      expect(times()).toBe(then);
    }
  });

  it("neither then presses a button that has the focus, and never while it is held down", async () => {
    vi.spyOn(performance, "now").mockReturnValue(1_000);
    await cards();
    await focus(field("问"));
    await enter(field("问"));
    await tick();
    const aside = screen.getByText("旁一");
    expect(await enter(aside)).toBe(false);
    await fireEvent.pointerDown(aside);
    expect(await enter(aside)).toBe(true);
    expect(await enter(aside, { repeat: true })).toBe(false);
  });

  it("is taken at once where the hand did something else since", async () => {
    vi.spyOn(performance, "now").mockReturnValue(1_000);
    const { pressed } = await cards();
    await focus(field("问"));
    await enter(field("问"));
    await tick();
    await fireEvent.pointerDown(field("一"));
    await focus(field("一"));
    await enter(field("一"));
    expect(pressed).toHaveBeenCalledWith("一");
  });
});

describe("the overview of keys", () => {
  it.each(["zh", "en"] as const)(
    "says what the keys of this screen do, and those of the room: %s",
    async (which) => {
      language.choose(which);
      session.frame = frameAt("collect");
      navigation.goTo("hall");
      render(KeysDialog);
      await cards();
      await focus(field("一"));
      await fireEvent.keyDown(field("一"), { key: "F1" });
      const text = (await screen.findByRole("dialog")).textContent ?? "";
      expect(text).toContain("Enter发出一");
      expect(text).not.toContain("发出二");
      for (const [key, does] of [
        ...t().frame.keys.rooms.hall,
        ...t().frame.keys.inSession,
        ...t().frame.keys.everywhere,
      ])
        expect(text).toContain(`${key}${does}`);
    },
  );
});

describe("the keys of the rooms", () => {
  it("stand in the rail, where they are read and seen", () => {
    render(Rail);
    const floor = screen.getByRole("button", { name: "会场" });
    expect(floor.getAttribute("aria-keyshortcuts")).toBe("Alt+2");
    expect(floor.title).toContain("Alt + 2");
    expect(floor.dataset.key).toBe("Alt 2");
  });

  it("leave no dialog with what is typed in it", async () => {
    render(Rail);
    await cards({ asking: true });
    navigation.goTo("floor");
    await fireEvent.keyDown(document.body, { key: "3", altKey: true });
    expect(navigation.room).toBe("floor");
    await fireEvent.click(screen.getByText("不"));
    await fireEvent.keyDown(document.body, { key: "3", altKey: true });
    expect(navigation.room).toBe("count");
  });
});
