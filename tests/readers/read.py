"""Prints what Python feedparser sees in a feed file, one JSON document: read.py FILE"""

import calendar
import datetime
import json
import sys

import feedparser


def instant(parts):
    if parts is None:
        return None
    moment = datetime.datetime.fromtimestamp(calendar.timegm(parts), datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def entry(item):
    enclosures = item.get("enclosures", [])
    return {
        "id": item.get("id"),
        "url": item.get("link"),
        "title": item.get("title"),
        "published": instant(item.get("published_parsed")),
        "updated": instant(item.get("updated_parsed")),
        "authors": [author["name"] for author in item.get("authors", []) if author.get("name")],
        "tags": [tag["term"] for tag in item.get("tags", [])],
        "summary": item.get("summary", ""),
        "attachments": [
            {"url": file.get("href"), "type": file.get("type"), "bytes": int(file.get("length") or 0)}
            for file in enclosures
        ],
    }


def main():
    with open(sys.argv[1], "rb") as file:
        feed = feedparser.parse(file.read())
    if feed.bozo:
        sys.exit(f"{sys.argv[1]}: {feed.bozo_exception}")
    json.dump([entry(item) for item in feed.entries], sys.stdout)


main()
