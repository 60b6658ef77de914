/** 31-03-2029, the last day on which something counts that ends at `seconds` (since 1970). */
export function lastDay(seconds) {
  return day(seconds - 1);
}

/** 31-03-2029, in UTC, as the office's programs date cards. */
export function day(seconds) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '?';
  const two = (number) => String(number).padStart(2, '0');
  return `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()}`;
}
