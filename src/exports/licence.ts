/** What the content, its data and its texts may be used for. */
export const LICENCE = {
  name: "Creative Commons Attribution 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
};
