// The pictures of the list: their names, their pages, and what the operator writes into them.
import type { GroupOf, HallRoomView, Pages, Part, Picture, Scene, SceneGroup } from "#ui/bindings";

/** Returns a name that is the same for every page of a scene. */
export function sceneKey(scene: Scene): string {
  const of =
    "ballot" in scene
      ? scene.ballot
      : "round" in scene
        ? String(scene.round)
        : "vote" in scene
          ? String(scene.vote)
          : "";
  return `${scene.scene}/${of}`;
}

/** Returns a name of what pictures belong to. */
export function groupKey(of: GroupOf): string {
  if (of.of === "session") return of.of;
  return of.of === "ballot" ? `ballot/${of.ballot}` : `motion/${of.vote}`;
}

/** Returns the group that a scene stands in. */
export function groupOf(room: HallRoomView | null, scene: Scene): SceneGroup | null {
  const key = sceneKey(scene);
  return room?.groups.find(({ scenes }) => scenes.some((offered) => sceneKey(offered.scene) === key)) ?? null;
}

/** Returns the scene on another page; scenes without pages stay. */
export function onPage(scene: Scene, page: number): Scene {
  return "page" in scene ? { ...scene, page } : scene;
}

/** Returns the page of a scene, from 0. */
export function pageOf(scene: Scene): number {
  return "page" in scene ? scene.page : 0;
}

function paging(picture: Picture): Pages | null {
  if ("pages" in picture) return picture.pages;
  if (picture.scene === "counting" && picture.progress.shows === "live") return picture.progress.pages;
  if (picture.scene === "zero" && picture.counts.shows === "live") return picture.counts.pages;
  return null;
}

/** Returns how many pages a picture has. */
export function pagesOf(picture: Picture): number {
  return paging(picture)?.pages ?? 1;
}

/** Returns where each contest begins; empty where there is only one. */
export function partsOf(picture: Picture): Part[] {
  return paging(picture)?.parts ?? [];
}
