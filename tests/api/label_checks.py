# SPDX-License-Identifier: Apache-2.0
"""What is found in the words of a message: personal data, moods, entities."""
from expecting import expect
from recipes import unique, wait_for


def finds_what_messages_hold(admin):
    order = admin.must("create_entity", body={"name": unique("Order"), "pattern": r"\bQX-(\d{6})\b"})
    made = admin.must("create_ticket", body={
        "subject": "Lieferung", "customer": {"email": "wut@kunde.example", "name": "Ute Wut"},
        "text": "😀 Das ist eine Frechheit, mir reicht es! Bestellung QX-123456, Konto DE89 3704 0044 0532 0130 00."})
    path = {"ticket": made["id"]}
    shown = wait_for(lambda: (t := admin.must("get_ticket", path))["suggestion"] and t)
    article = shown["articles"][0]
    cut = lambda span: article["new_text"][span["begin"]:span["end"]]  # both count code points
    expect([(s["kind"], cut(s)) for s in article["personal_data"]] == [("iban", "DE89 3704 0044 0532 0130 00")], article)
    expect([(s["kind"]["id"], s["text"], cut(s)) for s in article["entities"]] == [(order["id"], "123456", "123456")], article)
    mood = next(label for label in shown["suggestion"]["labels"] if label["field"] == "sentiment")
    expect(shown["sentiment"] == mood["value"] == "angry" and "Frechheit" in [cut(e) for e in mood["evidence"]], mood)
    listed = admin.must("list_tickets", query={"q": "sentiment:angry"})["items"]
    expect([t["id"] for t in listed] == [made["id"]], listed)
    expect(made["id"] not in [t["id"] for t in admin.must("list_tickets", query={"q": "sentiment:calm"})["items"]], "calm")
    tried = admin.must("try_entity", body={"pattern": "(?i)inv-[0-9]+", "text": "ł Inv-7"})["found"]
    expect(tried == [{"begin": 2, "end": 7, "text": "Inv-7"}], tried)
    refused = admin.call("create_entity", body={"name": unique("Bad"), "pattern": "(["})
    expect(refused.status == 422 and refused.json["errors"][0]["pointer"] == "/pattern", refused.json)
    admin.must("remove_entity", {"entity": order["id"]})
    expect(admin.must("get_ticket", path)["articles"][0]["entities"] == [], "a kind that is gone")
