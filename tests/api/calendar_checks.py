# SPDX-License-Identifier: Apache-2.0
"""Calendar files of others: holidays out of a file."""
from pathlib import Path

from expecting import expect
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


TESTS = [lambda suite, check=check: check(suite.admin) for check in (reads_holidays_of_a_file,)]
