/** What `feedwright --help` prints. */
export const HELP = `Turns a folder of front-matter articles into RSS, Atom and JSON Feed files.

Usage
  feedwright build [options]   build the feeds
  feedwright list [options]    show every article and what becomes of it

Options
  -c, --config FILE   configuration (default: feedwright.yaml, .yml or .json)
      --site URL      home page of the site; with --title no configuration is needed
      --title TEXT    title of the feed
  -o, --output DIR    folder to write to (default: dist)
      --now ISO       build as if it were this instant, e.g. 2025-11-04T09:00:00Z
                      (default: SOURCE_DATE_EPOCH, else the clock)
      --strict        warnings fail as errors do
      --report FILE   write what was built and found as JSON (build)
      --json          print JSON instead of a table (list)
  -q, --quiet         print errors only
  -h, --help          print this
  -v, --version       print the version

Examples
  feedwright build --site https://you.example/ --title "Your name"
  feedwright build --output public --report report.json
  feedwright list --json

Exit codes
  0 built or unchanged   1 problems in content or configuration, nothing written   2 wrong usage
`;
