/** What stands before and after an item in a list; nothing where the list does not hold it. */
export function neighbours<T>(
  list: readonly T[],
  item: T,
): [before: T | undefined, after: T | undefined] {
  const at = list.indexOf(item);
  return at === -1 ? [undefined, undefined] : [list[at - 1], list[at + 1]];
}
