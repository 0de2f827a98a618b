#!/bin/sh
# Builds the feeds of the site in this folder (a clone) and copies them to the web server. Add this line to your crontab:
#   17 * * * * TARGET=you@you.example:/var/www/feeds/ /home/you/site/publish-feeds.sh
# It prints only errors, which cron sends to you by email.
set -eu
# Where npm gets feedwright: a repository that you trust, and a commit.
FEEDWRIGHT='git+https://github.com/OWNER/feedwright.git#COMMIT'
OUTPUT='dist'
: "${TARGET:?is the folder that rsync copies the feeds to}"
cd "$(dirname "$0")"
git pull --quiet --ff-only
# With CI set, the feeds in the output folder count as published: subscribers have what the last run left there.
CI=true npx --yes --package "$FEEDWRIGHT" feedwright build --quiet --output "$OUTPUT"
# All files are complete before the first one is replaced.
rsync --recursive --checksum --delay-updates "$OUTPUT/" "$TARGET"
