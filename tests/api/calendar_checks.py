# SPDX-License-Identifier: Apache-2.0
"""Calendars of others: holidays and absences out of files, and from addresses."""
from datetime import datetime, timedelta, timezone
from pathlib import Path

from calendar_server import CalendarServer
from expecting import expect, expect_pointer
from recipes import HOLIDAY, unique

SAMPLES = Path(__file__).resolve().parents[1] / "data/icalendar"


def reads_holidays_of_a_file(admin):
    found = admin.must("read_holiday_file", body=(SAMPLES / "school_holidays.ics").read_bytes(), query={"time_zone": "Europe/Berlin"})
    expect(found["name"] == "Schulferien Bayern 2026" and not found["left_out"], found)
    expect(any(day["name"] == "Heiligabend" and day["date"].endswith("-12-24") for day in found["holidays"]), found)
    told = admin.must("read_holiday_file", body=(SAMPLES / "nextcloud.ics").read_bytes())
    expect(told["events_left_out"] == 1 and told["left_out"][0]["line"] == 26, told)
    # What was found is put into a calendar as any other holidays are.
    days = admin.must("read_holiday_file", body=HOLIDAY)["holidays"]
    made = admin.must("create_calendar", body={"name": unique("Files"), "time_zone": "UTC", "week": {"monday": [["09:00", "17:00"]]},
                                               "holidays": days})
    expect(made["holidays"] == days and len(days) == 3, made)
    refused = admin.call("read_holiday_file", body=b"<!DOCTYPE html>")
    expect(refused.status == 422 and "Line 1" in refused.json["detail"], refused.body)


def dated(*days):
    events = "".join(f"BEGIN:VEVENT\r\nSUMMARY:Very private\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nEND:VEVENT\r\n" for day in days)
    return f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n".encode()


def reads_holidays_from_an_address(admin):
    today = datetime.now(timezone.utc).date()
    other = CalendarServer(dated(today, today + timedelta(days=1)))
    week = {day: [["00:00", "24:00"]] for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}
    calendar = {"calendar": admin.must("create_calendar", body={"name": unique("Fed"), "time_zone": "UTC", "week": week})["id"]}
    expect(not admin.must("get_calendar_feed", calendar)["is_set"], "an address of a new calendar")
    soon = admin.must("get_due", calendar, query={"minutes": 10})
    expect(soon["is_open"], soon)
    feed = admin.must("put_calendar_feed", calendar, {"private_url": other.url})
    expect(feed["found"] == 2 and feed["host"] == "127.0.0.1" and "url" not in feed, feed)
    late = admin.must("get_due", calendar, query={"minutes": 10})
    expect(not late["is_open"] and late["due_at"] > soon["due_at"], late)
    # Nothing has changed there: the question says what is known, and what is known stays.
    again = admin.must("read_calendar_feed", calendar)
    expect(other.asked[-1].get("If-None-Match") and again["found"] == 2 and again["failures"] == 0, again)
    other.status = 500
    failed = admin.must("read_calendar_feed", calendar)
    expect(failed["failures"] == 1 and failed["failure"] and len(failed["holidays"]) == 2, failed)
    expect_pointer(admin.call("put_calendar_feed", calendar, {"private_url": "http://10.11.12.13/days.ics"}), 422, "/private_url")
    expect_pointer(admin.call("put_calendar_feed", calendar, {"private_url": other.url}), 422, "/private_url")
    expect(admin.must("get_calendar_feed", calendar)["is_set"], "an address that fails takes the place of a good one")
    admin.call("remove_calendar_feed", calendar)
    expect(admin.must("get_due", calendar, query={"minutes": 10})["is_open"], "holidays stay without their address")


def works_on_a_day_that_others_close(admin):
    """A region's day, a feed's day, and a day that is closed from noon."""
    week = {day: [["08:00", "16:00"]] for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}
    body = {"name": unique("Worked"), "time_zone": "UTC", "week": week, "regions": ["de-be"]}
    calendar = {"calendar": admin.must("create_calendar", body=body)["id"]}
    due = lambda at, minutes=60: admin.must("get_due", calendar, query={"minutes": minutes, "from": f"{at}Z"})["due_at"][:16]
    expect(due("2030-12-25T08:00:00") == "2030-12-27T09:00", "Christmas is open in Berlin")
    said = admin.must("put_calendar", calendar, {**body, "worked": ["2030-12-25"],
                                                 "holidays": [{"date": "2030-12-24", "name": "Eve", "closed": ["12:00", "24:00"]}]})
    expect(said["worked"] == ["2030-12-25"] and said["holidays"][0]["closed"] == ["12:00", "24:00"], said)
    expect(due("2030-12-25T08:00:00") == "2030-12-25T09:00", "the day is worked")
    expect(due("2030-12-24T11:30:00") == "2030-12-25T08:30", "from noon it is closed")
    expect(due("2030-12-25T15:30:00") == "2030-12-27T08:30", "the day after stays closed")

    today = datetime.now(timezone.utc).date()
    other = CalendarServer(dated(today, today + timedelta(days=1)))
    fed = {"name": unique("Worked"), "time_zone": "UTC", "week": {day: [["00:00", "24:00"]] for day in week}}
    calendar = {"calendar": admin.must("create_calendar", body=fed)["id"]}
    admin.must("put_calendar_feed", calendar, {"private_url": other.url})
    expect(not admin.must("get_due", calendar, query={"minutes": 10})["is_open"], "the address closes today")
    admin.must("put_calendar", calendar, {**fed, "worked": [str(today), str(today + timedelta(days=1))]})
    expect(admin.must("get_due", calendar, query={"minutes": 10})["is_open"], "today is worked all the same")
    admin.call("remove_calendar_feed", calendar)

    def refused(pointer, **change):
        expect_pointer(admin.call("put_calendar", calendar, {**fed, **change}), 422, pointer)

    refused("/worked/1", worked=["2030-01-01", "2030-02-30"])
    refused("/worked", worked=["2030-01-01"], holidays=[{"date": "2030-01-01", "name": "New Year"}])
    refused("/holidays/0/closed", holidays=[{"date": "2030-01-01", "name": "New Year", "closed": ["14:00", "12:00"]}])


def reads_absences_of_a_person(admin):
    agent = {"agent": admin.must("create_agent", body={"name": "Fed person", "email": f"{unique('fed')}@team.example"})["id"]}
    today = datetime.now(timezone.utc).date()
    other = CalendarServer(dated(today + timedelta(days=3), today + timedelta(days=4)))
    feed = admin.must("put_absence_feed", agent, {"private_url": other.url})
    expect(feed["found"] == 1 and feed["holidays"] == [], feed)
    absences = admin.must("list_absences", agent)["items"]
    expect([(a["from"], a["until"], a["is_imported"], a["note"]) for a in absences]
           == [(str(today + timedelta(days=3)), str(today + timedelta(days=4)), True, "")], absences)
    refused = admin.call("remove_absence", {**agent, "absence": absences[0]["id"]})
    expect(refused.status == 409 and refused.json["code"] == "absence.imported", refused.body)
    read = admin.must("put_absence_file", agent, dated(today + timedelta(days=9)))
    expect(read["absences"] == 1 and read["free_events"] == 0, read)
    expect(len(admin.must("list_absences", agent)["items"]) == 2, "a file and an address")
    other.body = dated()
    expect(admin.must("read_absence_feed", agent)["found"] == 0, "what is gone there")
    expect(len(admin.must("list_absences", agent)["items"]) == 1, "is still here")
    expect(admin.must("get_absence_feed", agent)["is_set"], "no address")
    admin.call("remove_absence_feed", agent)
    expect(not admin.must("get_absence_feed", agent)["is_set"], "still an address")


TESTS = [lambda suite, check=check: check(suite.admin)
         for check in (reads_holidays_of_a_file, reads_holidays_from_an_address, works_on_a_day_that_others_close, reads_absences_of_a_person)]
