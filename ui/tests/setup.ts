import { cleanup, configure } from "@testing-library/svelte";
import { afterEach, expect } from "vitest";
import { copies } from "#ui/frame/copies.svelte";
import { keysPage } from "#ui/frame/keys-page.svelte";
import { navigation } from "#ui/frame/navigation.svelte";
import { session } from "#ui/frame/session.svelte";
import { reviews } from "#ui/rooms/after/review.svelte";
import { floorMemory } from "#ui/rooms/floor/floor-page.svelte";
import { drafts } from "#ui/rooms/prepare/drafts.svelte";
import { language } from "#ui/text/index.svelte";
import { quiet } from "./shell";

configure({ asyncUtilTimeout: 30_000 });

afterEach(async () => {
  cleanup();
  await quiet();
  expect(document.documentElement.hasAttribute("data-acting"), "an act is left that never ends").toBe(false);
  drafts.forget();
  reviews.forget();
  floorMemory.forget();
  floorMemory.page = null;
  floorMemory.tellers = { first: null, second: null };
  keysPage.close();
  session.putAway();
  session.frame = null;
  copies.now = null;
  navigation.goTo("prepare");
  language.choose("zh");
});
