import { cleanup, configure } from "@testing-library/svelte";
import { afterEach } from "vitest";
import { navigation } from "../src/frame/navigation.svelte";
import { session } from "../src/frame/session.svelte";
import { floorMemory } from "../src/rooms/floor/floor-page.svelte";
import { drafts } from "../src/rooms/prepare/drafts.svelte";
import { language } from "../src/text/index.svelte";
import { quiet } from "./shell";

configure({ asyncUtilTimeout: 30_000 });

afterEach(async () => {
  cleanup();
  await quiet();
  drafts.forget();
  floorMemory.page = null;
  floorMemory.tellers = { first: null, second: null };
  session.putAway();
  session.frame = null;
  navigation.goTo("prepare");
  language.choose("zh");
});
