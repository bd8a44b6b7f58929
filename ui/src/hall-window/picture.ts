// What every picture is given.
import type { Picture } from "#ui/bindings";
import type { Shape } from "./page";

/** One kind of picture, with the title of the session and the shape of the page. */
export interface PictureProps<Scene extends Picture["scene"]> {
  title: string;
  picture: Extract<Picture, { scene: Scene }>;
  shape: Shape;
}
