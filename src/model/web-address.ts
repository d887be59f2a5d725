/**
 * True for an address that a link may lead to: https, without blanks or signs that would end an attribute, and
 * without a name and password, which serve to make one host look like another.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https:\/\/[^\s"'<>`\\\p{Cc}\p{Cf}]+$/u.test(text)) return false;
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
