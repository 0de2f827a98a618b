#!/bin/sh
# Builds the feeds of the site in this folder, a clone, and copies them to the web server. A line of crontab:
#   17 * * * * TARGET=you@you.example:/var/www/feeds/ /home/you/site/publish-feeds.sh
# It prints only what went wrong, which cron sends as mail.
set -eu
# Where npm gets feedwright: a repository that you trust, with the commit.
FEEDWRIGHT='git+https://github.com/OWNER/feedwright.git#COMMIT'
OUTPUT='dist'
: "${TARGET:?is the folder that rsync copies the feeds to}"
cd "$(dirname "$0")"
git pull --quiet --ff-only
# CI says that the output folder is no trial: what the last run left there is what subscribers have.
CI=true npx --yes --package "$FEEDWRIGHT" feedwright build --quiet --output "$OUTPUT"
# All files are complete before the first one takes its place.
rsync --recursive --checksum --delay-updates "$OUTPUT/" "$TARGET"
