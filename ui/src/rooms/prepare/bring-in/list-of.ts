import type { TableList, TableTarget } from "#ui/bindings";

/** The list a target takes. */
export function listOf(target: TableTarget): TableList {
  switch (target.into) {
    case "roster":
      return "deputies";
    case "agenda":
      return "motions";
    case "proposals":
    case "activities":
      return target.into;
    case "contest":
      return target.list;
    case "observers":
    case "staff":
    case "last_year":
    case "collected":
      return target.into;
  }
}
