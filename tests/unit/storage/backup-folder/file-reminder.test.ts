import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type FileWork,
  isReminderDue,
  noFileWork,
  workAfterChange,
  workAfterReminder,
} from "#storage/backup-folder/file-reminder.ts";

const MINUTE = 60_000;

/** Work with a change every minute. */
function workOf(minutes: number, work: FileWork = noFileWork): FileWork {
  const start = work.lastChangeAt ?? Date.UTC(2026, 1, 1);
  let next = work;
  for (let minute = 1; minute <= minutes; minute += 1) {
    next = workAfterChange(next, start + minute * MINUTE);
  }
  return next;
}
const isDue = (work: FileWork, more: { hasFolder?: boolean; isClosing?: boolean } = {}) =>
  isReminderDue({ work, hasFolder: false, isClosing: false, ...more });

test("after half an hour of work that is in no file, and again after the next half hour", () => {
  expect(isDue(workOf(29))).toBe(false);
  const work = workOf(31);
  expect(isDue(work)).toBe(true);
  const reminded = workAfterReminder(work);
  expect(isDue(reminded)).toBe(false);
  expect(isDue(workOf(29, reminded))).toBe(false);
  expect(isDue(workOf(30, reminded))).toBe(true);
});

test("at the end of a workshop, whatever was said before, but not for a few strokes", () => {
  expect(isDue(workOf(4), { isClosing: true })).toBe(false);
  expect(isDue(workOf(6), { isClosing: true })).toBe(true);
  expect(isDue(workAfterReminder(workOf(31)), { isClosing: true })).toBe(true);
  expect(isDue(noFileWork, { isClosing: true })).toBe(false);
});

test("never where a folder takes every change", () => {
  for (const isClosing of [true, false])
    expect(isDue(workOf(300), { hasFolder: true, isClosing })).toBe(false);
});

test("pauses and a clock that jumps are no work", () => {
  const start = Date.UTC(2026, 1, 1);
  const jumps = [start, start + 60 * MINUTE, start - 120 * MINUTE, start + 365 * 24 * 60 * MINUTE];
  expect(isDue(jumps.reduce(workAfterChange, noFileWork))).toBe(false);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { maxLength: 50 }), (times) => {
      const { worked } = times.reduce(workAfterChange, noFileWork);
      expect(worked).toBeGreaterThanOrEqual(0);
      expect(worked).toBeLessThanOrEqual(times.length * 5 * MINUTE);
    }),
  );
});
