/** What is chosen once one thing more is ticked, or is ticked no more; in the order of all there is. */
export const toggled = <T>(all: readonly T[], chosen: readonly T[], one: T): readonly T[] =>
  all.filter((each) => (each === one ? !chosen.includes(each) : chosen.includes(each)));
