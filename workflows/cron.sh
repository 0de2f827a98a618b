#!/bin/sh
# Builds the feeds of the clone in which this file is, and copies them to the web server. A line of crontab:
#   17 * * * * TARGET=you@you.example:/var/www/feeds/ /home/you/site/publish-feeds.sh
# It prints only what went wrong, which cron sends as mail.
set -eu
: "${TARGET:?is the folder that rsync copies the feeds to}"
cd "$(dirname "$0")"
git pull --quiet --ff-only
# CI says that dist/ is no trial: what the last run left there is what subscribers have.
CI=true npx --yes feedwright@0.1.0 build --quiet --output dist
# All files are complete before the first one takes its place.
rsync --recursive --checksum --delay-updates dist/ "$TARGET"
