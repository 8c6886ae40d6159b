import { expect, test, vi } from "vitest";
import { remindOfFiles } from "#app/remind-of-files.ts";
import { aMap } from "./builders.ts";

const MINUTE = 60_000;

function aWorkshop(hasFolder = false) {
  const map = aMap().build();
  const remind = vi.fn();
  let time = 0;
  const { listener, saved } = remindOfFiles({ hasFolder: () => hasFolder, remind, now: () => time });
  const work = (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      time += MINUTE;
      listener.onKept?.(map, minute);
    }
  };
  return { remind, saved, work, close: () => listener.onClosed?.(map, 1) };
}

test("half an hour of work that is in no file is said, once", () => {
  const { remind, work } = aWorkshop();
  work(29);
  expect(remind).not.toHaveBeenCalled();
  work(3);
  expect(remind).toHaveBeenCalledTimes(1);
  work(20);
  expect(remind).toHaveBeenCalledTimes(1);
});

test("the end of a workshop is the last chance, and a short visit is none", () => {
  const workshop = aWorkshop();
  workshop.work(10);
  workshop.close();
  expect(workshop.remind).toHaveBeenCalledTimes(1);
  workshop.work(2);
  workshop.close();
  expect(workshop.remind).toHaveBeenCalledTimes(1);
});

test("who took a file away, or has a folder, hears nothing", () => {
  const { remind, saved, work, close } = aWorkshop();
  work(25);
  saved();
  work(25);
  saved();
  close();
  expect(remind).not.toHaveBeenCalled();
  const kept = aWorkshop(true);
  kept.work(60);
  kept.close();
  expect(kept.remind).not.toHaveBeenCalled();
});
