"""The same model in SimPy, as somebody would write it: a process for each person, a priority resource for each ward.

Reads a model and a run as JSON, plays the years one after the other and writes their figures in the order of
planning/simulate/types.ts, with the seconds of CPU that the playing took. It knows what the compared model has: one ward a
product, first in first out by urgency, no wishes, no longest stay, nobody who gives up, nothing at home.
"""

import bisect
import json
import math
import random
import sys
import time

import simpy

DAY, WEEK = 24.0, 168.0
RANK = {"crisis": 0, "today": 1, "within-72-hours": 2, "planned": 3}


def next_open(windows, moment):
    week = math.floor(moment / WEEK) * WEEK
    for start, end in windows + [[a + WEEK, b + WEEK] for a, b in windows]:
        if moment - week < end:
            return max(moment, week + start)
    return math.inf


def office(moment):
    hour = moment % WEEK
    return hour < 120 and 8 <= hour % DAY < 17


class Year:
    def __init__(self, model, run, chance):
        self.env = simpy.Environment()
        self.model, self.chance = model, chance
        self.start = run["warmUpDays"] * DAY
        self.end = self.start + run["days"] * DAY
        self.wards = [simpy.PriorityResource(self.env, w["beds"]) for w in model["wards"]]
        self.flow = [dict(asked=0, came=0, placed=0, hours=0.0, soon=0, hospital=0) for _ in model["flows"]]
        self.ward = [dict(kept=0.0, used=0.0, came=0, late=0) for _ in model["wards"]]
        self.waited = self.wrong = 0.0
        self.admitted = self.served = self.full = self.begin = self.still = 0
        self.waiting = {}
        self.keeping = {}
        for at, flow in enumerate(model["flows"]):
            total = sum(flow["byHour"])
            before = [0.0]
            for weight in flow["byHour"]:
                before.append(before[-1] + weight / total)
            self.env.process(self.asking(at, flow, before))
        self.env.process(self.looking())

    def counted(self, start, end):
        return max(0.0, min(end, self.end) - max(start, self.start))

    def looking(self):
        yield self.env.timeout(10)
        while True:
            if self.env.now >= self.start and all(w.count >= w.capacity for w in self.wards):
                self.full += 1
            yield self.env.timeout(DAY)

    def asking(self, at, flow, before):
        weeks = 0.0
        number = 0
        while True:
            weeks += self.chance.expovariate(flow["perWeek"])
            week, part = divmod(weeks, 1.0)
            hour = min(bisect.bisect_right(before, part) - 1, 167)
            share = (part - before[hour]) / (before[hour + 1] - before[hour])
            yield self.env.timeout(max(0.0, week * WEEK + hour + share - self.env.now))
            self.env.process(self.person(at, flow, (at, number)))
            number += 1

    def to_bed(self, flow, ward, key, late):
        """The row, the yes and the way to the bed; None when the hospital came first."""
        windows = self.model["wards"][ward]["admits"]
        rank = RANK[flow["urgency"]]
        place = self.wards[ward].request(priority=rank if key[2] is None else max(rank, 2))
        if late is None:
            yield place
        else:
            yield place | late
            if late.processed and not place.triggered:
                place.cancel()
                return None
        yes = self.env.now
        self.keeping[key] = (ward, yes)
        transfer = self.chance.expovariate(1 / flow["transferHours"])
        way = self.env.timeout(next_open(windows, yes + transfer) - yes)
        if late is None:
            yield way
        else:
            yield way | late
            if not way.processed:
                self.ward[ward]["kept"] += self.counted(yes, self.env.now)
                del self.keeping[key]
                self.wards[ward].release(place)
                return None
        del self.keeping[key]
        self.ward[ward]["kept"] += self.counted(yes, self.env.now)
        return place

    def person(self, at, flow, name):
        env, sums = self.env, self.flow[at]
        asked = env.now
        if asked >= self.start:
            sums["asked"] += 1
        ward = next(i for i, w in enumerate(self.model["wards"]) if w["product"] == flow["product"])
        wrong = asked if flow["origin"] == "hospital" else math.inf
        self.waiting[name] = (asked, wrong)
        late = None if flow["hospitalAfterHours"] is None else env.timeout(flow["hospitalAfterHours"])
        place = yield from self.to_bed(flow, ward, (at, name[1], 2 if wrong < math.inf else None), late)
        if place is None:
            if env.now >= self.start:
                self.admitted += 1
                if asked >= self.start:
                    sums["hospital"] += 1
            wrong = env.now + flow["hospitalDays"] * DAY
            self.waiting[name] = (asked, wrong)
            yield env.timeout(flow["hospitalDays"] * DAY)
            place = yield from self.to_bed(flow, ward, (at, name[1], 2), None)
        self.arrived(at, ward, name, asked, wrong)
        ending = self.chance.choices(flow["endings"], [e["share"] for e in flow["endings"]])[0]
        care = self.chance.gammavariate(ending["shape"], ending["careDays"] * DAY / ending["shape"])
        used = self.counted(env.now, env.now + care)
        self.ward[ward]["kept"] += used
        self.ward[ward]["used"] += used
        yield env.timeout(care)
        self.wards[ward].release(place)

    def arrived(self, at, ward, name, asked, wrong):
        del self.waiting[name]
        now = self.env.now
        if now < self.start:
            return
        self.waited += self.counted(asked, now)
        self.wrong += self.counted(wrong, now)
        self.begin += asked < self.start
        self.served += 1
        self.ward[ward]["came"] += 1
        self.ward[ward]["late"] += not office(now)
        sums = self.flow[at]
        sums["came"] += 1
        if asked >= self.start:
            sums["placed"] += 1
            sums["hours"] += now - asked
            sums["soon"] += now - asked <= 72

    def play(self):
        self.env.run(until=self.end)
        for asked, wrong in self.waiting.values():
            self.waited += self.counted(asked, self.end)
            self.wrong += self.counted(wrong, self.end)
            self.begin += asked < self.start
            self.still += 1
        for ward, yes in self.keeping.values():
            self.ward[ward]["kept"] += self.counted(yes, self.end)
        hours = self.end - self.start
        row = []
        for f in self.flow:
            over = lambda part, whole: part / whole if whole else None
            row += [f["asked"], f["came"], over(f["hours"], f["placed"]), over(f["soon"], f["placed"])]
            row += [over(f["hospital"], f["asked"]), 0, 0, None]
        for w, ward in zip(self.model["wards"], self.ward):
            row += [ward["kept"] / (w["beds"] * hours), ward["came"], ward["late"], 0, ward["used"] / DAY]
        row += [self.waited / hours, self.admitted, self.wrong / DAY, self.served, self.full * DAY / hours, 0]
        return row + [self.still - self.begin]


def main():
    asked = json.load(sys.stdin)
    chance = random.Random(asked["run"]["seed"])
    began = time.process_time()
    rows = [Year(asked["model"], asked["run"], chance).play() for _ in range(asked["run"]["years"])]
    json.dump({"seconds": time.process_time() - began, "rows": rows}, sys.stdout)


main()
