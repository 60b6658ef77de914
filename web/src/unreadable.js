/** What was read is not one of our codes at all: broken, too large, or somebody else's. */
export class Unreadable extends Error {
  name = 'Unreadable';
}
