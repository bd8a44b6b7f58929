import { fireEvent } from "@testing-library/svelte";

/** Chooses as a person does; the document of the tests does not know which option of a list is the chosen one. */
export async function choose(list: HTMLElement, value: string) {
  const option = [...list.querySelectorAll("option")].find((one) => one.value === value);
  Object.defineProperty(list, "querySelector", { value: () => option, configurable: true });
  await fireEvent.change(list);
}
