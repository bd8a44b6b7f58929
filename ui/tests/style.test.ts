import { fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import type { FaceRole, FacesView, OfficeFace, PaperStyle, PapersView } from "#ui/bindings";
import { session } from "#ui/frame/session.svelte";
import StylePage from "#ui/rooms/papers/StylePage.svelte";
import { choose } from "./choose";
import { answering, frameAt } from "./shell";

const office: OfficeFace = { family: "方正小标宋简体", index: 0, sha256: "5f".repeat(32) };
const standard: PaperStyle = { grid: "standard", qr: false, ballot: "a4", faces: {} };
const view: PapersView = {
  papers: [],
  agenda: [],
  style: standard,
  sheets: [
    { ballot: "projects", title: "民生实事项目票决票", sheet: null, out: false },
    { ballot: "chair", title: "主席选举票", sheet: "two_a5", out: true },
  ],
};

function found(more: Partial<FacesView["roles"][number]> = {}, kept: PaperStyle | null = null): FacesView {
  const role = (role: FaceRole) => ({ role, found: [], missing: false, lent: "" });
  const title = { ...role("biao_song"), ...more };
  return {
    folder: "/票决台/fonts",
    kept,
    roles: [role("fang_song"), role("kai"), role("hei"), title, role("song")],
  };
}

const here = { found: [{ face: office, origin: "beside" as const, file: "/票决台/fonts/FZXBSJW.TTF" }] };

async function open(of: PapersView = view, faces: FacesView = found(here)) {
  const shell = answering({
    frame_view: () => frameAt("report"),
    faces: () => faces,
    preview_style: () => null,
    keep_style: () => null,
    perform: () => null,
  });
  await session.refresh();
  render(StylePage, { view: of });
  await screen.findByLabelText("标题（小标宋）");
  return shell;
}

type Asked = Awaited<ReturnType<typeof open>>["asked"];
const commands = (asked: Asked) =>
  asked.filter((one) => one.name === "perform").map((one) => one.args.command);

describe("the style of the papers", () => {
  it("records grid, code and face in one go, with the fingerprint of the face", async () => {
    const { asked } = await open();
    await choose(screen.getByLabelText("公文的行数、字数"), "wide");
    await fireEvent.click(screen.getByLabelText(/二维码/));
    const faces = screen.getByLabelText("标题（小标宋）") as HTMLSelectElement;
    await choose(faces, faces.options[1]?.value ?? "");
    await fireEvent.click(screen.getByRole("button", { name: /保存/ }));
    await tick();
    const style = { grid: "wide", qr: true, ballot: "a4", faces: { biao_song: office } };
    expect(commands(asked)).toEqual([{ room: "paper", command: { do: "choose_style", style } }]);
  });

  it("gives a ballot a sheet of its own, and none to one that is out", async () => {
    const { asked } = await open();
    expect((screen.getByLabelText("主席选举票") as HTMLSelectElement).disabled).toBe(true);
    expect(screen.getByText("已经发出，票面不再改变")).toBeTruthy();
    await choose(screen.getByLabelText("民生实事项目票决票"), "a5");
    await fireEvent.click(screen.getByRole("button", { name: /保存/ }));
    await tick();
    const command = { do: "choose_ballot_sheet", ballot: "projects", sheet: "a5" };
    expect(commands(asked)).toEqual([{ room: "paper", command }]);
  });

  it("says which face on record is not here, and which characters a face lacks", async () => {
    const recorded = { ...view, style: { ...standard, faces: { biao_song: office } } };
    await open(recorded, found({ missing: true }));
    expect(screen.getByText(/本机没有“方正小标宋简体”/)).toBeTruthy();
    const chosen = screen.getByLabelText("标题（小标宋）") as HTMLSelectElement;
    expect(chosen.selectedOptions[0]?.textContent).toBe("方正小标宋简体（本机没有）");
  });

  it("says what falls back", async () => {
    await open(view, found({ ...here, lent: "䶮𬱖" }));
    expect(screen.getByText(/没有“䶮𬱖”/)).toBeTruthy();
  });

  it("keeps a style for later sessions, and gives it up", async () => {
    const { asked } = await open(view, found(here, { ...standard, qr: true }));
    await fireEvent.click(screen.getByRole("button", { name: "存为本单位的版式，以后沿用" }));
    await fireEvent.click(screen.getByRole("button", { name: "以后不再沿用" }));
    await tick();
    const kept = asked.filter((one) => one.name === "keep_style").map((one) => one.args.style);
    expect(kept).toEqual([standard, null]);
  });
});
