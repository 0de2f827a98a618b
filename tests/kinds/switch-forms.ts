/** Lines of front matter that keep an article out of the feeds on 1 June 2026, by kind. */
export const SWITCHES: Readonly<Record<string, string>> = {
  drafts: `
    publish: never | published: draft | workflow_status: draft | review_status: draft | editorial_status: draft |
    lifecycle: draft | phase: draft | stage: wip | kind: draft | post_format: private | frontmatter: {draft: true} |
    post: {status: draft} | publication: {status: draft} | publishing: {status: draft} | jekyll: {published: false} |
    draft: true | Draft: true | DRAFT: yes | isDraft: true | is_draft: 1 | drafted: true | wip: true | WIP: yes |
    work_in_progress: true | ready: false | published: false | publish: false | isPublished: false | is_published: no |
    published?: false | unpublished: true | unpublish: true | not_published: true | do_not_publish: true | donotpublish:
    true | dont_publish: true | noPublish: true | no_publish: true | publishable: false | released: false | is_live: false
    | live: false | online: false | enabled: false | disabled: true | enable: false | disable: true | active: false |
    isActive: false | inactive: true | approved: false | status: draft | status: Draft | status: hidden | status: private
    | status: pending | status: unpublished | status: skip | status: wip | status: in review | status: archived-private |
    status: password | status: deleted | status: trash | status: withdrawn | status: embargoed | status: scheduled-draft |
    status: inactive | status: unlisted | status: not published | status: WIP | status: ready for review | publish_state: unpublished | state: draft |
    state: unpublished | stage: draft | workflow: draft | post_status: draft | publish_status: draft | publication_status:
    draft | publicationState: draft | article_status: draft | content_status: draft | type: draft | layout: draft |
    post_type: draft | status: Entwurf | status: brouillon | status: borrador | status: bozza | status: rascunho | status:
    utkast | status: taslak | status: черновик | status: 草稿 | status: 下書き | status: 초안 | post_status: 草稿 | save_as_draft:
    true | saveAsDraft: true | ignorePublish: true`,
  hidden: `
    private_post: true | secret_post: true | visible: none | in_list: false | show_on_site: false | internal_use: true |
    internal_use_only: true | staff_only: true | friends_only: true | family_only: true | nda: true | redacted: true |
    hexo: {hidden: true} | email_only: true | newsletterOnly: true |
    hidden: true | Hidden: true | hide: true | isHidden: true | is_hidden: true | hidden_post: true | hiddenPost: true |
    hide_post: true | hidePost: true | private: true | isPrivate: true | is_private: true | secret: true | unlisted: true
    | isUnlisted: true | is_unlisted: true | listed: false | is_listed: false | list: false | listing: false | visible:
    false | isVisible: false | is_visible: false | invisible: true | public: false | isPublic: false | is_public: false |
    not_public: true | nonpublic: true | internal: true | internal_only: true | confidential: true | noshow: true |
    no_show: true | show: false | show_page: false | display: false | render: false | output: false | build: false |
    exclude: true | excluded: true | ignore: true | ignored: true | skip: true | skipped: true | omit: true | headless:
    true | eleventyExcludeFromCollections: true | eleventyExcludeFromCollections: [posts] | excludeFromCollections: true |
    exclude_from_collections: true | excludeFromCollection: true | permalink: false | article: false | post: false |
    hiddenInList: true | hideInList: true | hide_in_list: true | hiddenFromList: true | hideFromList: true |
    hide_from_list: true | excludeFromList: true | showInList: false | show_in_list: false | show_in_lists: false |
    excludeFromPosts: true | exclude_from_posts: true | exclude_from_blog: true | hide_from_blog: true | visibility:
    private | visibility: hidden | visibility: members | visibility: paid | visibility: tiers | visibility: unlisted |
    visibility: password | visibility: false | post_visibility: private | visibility: draft | visibility: internal |
    visibility: [members] | dg-publish: false | dg-publish: "false" | publish: "false" | list: exclude |
    show: hidden | noList: true | no_list: true | not_in_list: true | exclude_from_archive: true | hide_from_archives: true |
    show_on_blog: false | listable: false | _discoverable: no | not_show: true | trash: true`,
  passwords: `
    passwords: [x] | passwords: {ann: x} | use_secret: PASSWORD | pw: x | passkey: x | pwd_hash: x | encryption: true | lock: true | is_password_protected: true | encrypted_content:
    U2Fs | hbe: {password: x} | protected_content: true |
    password: x | Password: x | pass: x | passwd: x | pwd: x | post_password: x | postPassword: x | page_password: x |
    passphrase: x | password_hash: x | passwordHash: x | password_sha256: x | enc_pwd: x | enc_password: x |
    encryption_password: x | access_password: x | passcode: x | password_protected: true | passwordProtected: true |
    password_protect: true | encrypt: true | encrypted: true | is_encrypted: true | encrypt_content: true | protected:
    true | isProtected: true | is_protected: true | protect: true | locked: true | is_locked: true`,
  paid: `
    _jetpack_newsletter_access: subscribers | _members_access_role: [editor] | patreon-level: "5" | _wpmem_block: "1" |
    rcp_subscription_level: any | pms-content-restrict-user-status: loggedin | restrict: members | restrict: [paid] | members: only | subscribers: only | membersPost: true | vip: true | vip_only: true | patreon_only: true | requires:
    membership | acl: private | permission: private | permissions: [members] | auth: required | login: required | login:
    true | logged_in_only: true | purchase_required: true | license_required: true | authenticated: true |
    paid: true | isPaid: true | is_paid: true | paid_only: true | paidOnly: true | paid_post: true | premium: true |
    isPremium: true | is_premium: true | premium_only: true | paywall: true | paywalled: true | isPaywalled: true |
    has_paywall: true | members: true | members_only: true | membersOnly: true | member_only: true | memberOnly: true |
    is_members_only: true | for_members: true | subscribers: true | subscribers_only: true | subscriber_only: true |
    subscribersOnly: true | is_subscriber_only: true | patrons_only: true | patronOnly: true | supporters_only: true |
    sponsors_only: true | exclusive: true | gated: true | restricted: true | is_restricted: true | requires_login: true |
    require_login: true | login_required: true | loginRequired: true | requires_auth: true | requiresAuth: true |
    auth_required: true | auth: true | requires_subscription: true | requiresMembership: true | free: false | isFree:
    false | is_free: false | access: paid | access: members | access: private | access: subscribers | access: restricted |
    access: login | access_level: members | accessLevel: premium | audience: paid | audience: only_paid | audience:
    founding | audience: members | audience: subscribers_only | tier: paid | tier: premium | tiers: [gold] | membership:
    paid | membership: required | subscription: required | plan: pro | content_tier: paid | level: members`,
  'out of the feed': `
    rss_off: true | feedOff: true | feed: {publish: false} | eleventyExcludeFromFeed: true |
    hiddenInRss: true | hideInRss: true | hideInRSS: true | hide_in_rss: true | hiddenInRSS: true | hiddenFromRss: true |
    hiddenFromFeed: true | hide_from_feed: true | hideFromFeed: true | hidden_from_rss: true | hide_rss: true | hideRss:
    true | hide_feed: true | rss_hide: true | feed_hide: true | rssHidden: true | feedHidden: true | disableFeed: true |
    disable_feed: true | disableRSS: true | disable_rss: true | rss_disable: true | noRss: true | no_rss: true | norss:
    true | NoRSS: true | no-rss: true | noFeed: true | no_feed: true | nofeed: true | no-feed: true | notInFeed: true |
    not_in_feed: true | not_in_rss: true | notinrss: true | excludeFromFeed: true | exclude_from_feed: true |
    exclude_from_rss: true | excludeFromRSS: true | excludeFromRss: true | exclude-from-feed: true | exclude_from_feeds:
    true | exclude_rss: true | exclude_feed: true | rss_exclude: true | rssExclude: true | feed_exclude: true |
    feedExclude: true | exclude_in_feed: true | exclude_in_rss: true | excluded_from_feed: true | skip_feed: true |
    skipFeed: true | skip_rss: true | skipRss: true | rss_skip: true | feed_skip: true | omit_from_feed: true |
    omitFromFeed: true | omit_rss: true | ignore_feed: true | ignore_in_feed: true | ignoreInFeed: true | rss_ignore: true
    | rssIgnore: true | feed_ignore: true | remove_from_feed: true | no_syndication: true | noSyndication: true |
    no_syndicate: true | dont_syndicate: true | donotsyndicate: true | nosyndicate: true | no_atom: true | hide_from_atom:
    true | no_rss_feed: true | hide_from_rss_feed: true | excludeFromRssFeed: true | exclude_from_main_feed: true |
    hideFromMainFeed: true | exclude_from_json_feed: true | feed: false | feeds: false | rss: false | atom: false | Feed:
    no | RSS: false | feed: none | feed: never | feed: exclude | rss: none | rss: hide | rss: exclude | rss: skip | rss:
    ignore | feed: hidden | rss: disabled | rss: "off" | rss: off | in_feed: false | inFeed: false | in_rss: false |
    inRss: false | inRSS: false | include_in_feed: false | includeInFeed: false | include_in_rss: false | includeInRss:
    false | includeInRSS: false | include_feed: false | include_rss: false | feed_include: false | rss_include: false |
    show_in_feed: false | showInFeed: false | show_in_rss: false | showInRss: false | showInRSS: false | show_rss: false |
    add_to_feed: false | addToFeed: false | add_to_rss: false | list_in_feed: false | publish_to_feed: false |
    publish_in_feed: false | publish_rss: false | publishToRss: false | syndicate: false | syndicated: false |
    syndication: false | enable_rss: false | enableFeed: false | rss_enabled: false | feed_enabled: false | generate_feed:
    false | allow_in_feed: false | rss_feed: false | rssFeed: false | exclude: [feed] | exclude: rss | exclude_from:
    [feed] | excludeFrom: [rss, sitemap] | hide_from: [feed] | hideFrom: feed | hidden_in: [rss] | hiddenFrom: [rss] |
    hide_in: rss | not_in: feed | skip: [rss]`,
  'in mappings': `
    params: {hidden: true} | params: {draft: true} | params: {private: true} | params: {unlisted: true} | params:
    {password: x} | params: {hiddenInRss: true} | params: {rss: false} | params: {feed: {exclude: true}} | extra: {hidden:
    true} | extra: {draft: true} | extra: {hide_from_feed: true} | extra: {password: x} | extra: {feed: false} | extra:
    {in_feed: false} | feed: {exclude: true} | feed: {hide: true} | feed: {enable: false} | feed: {enabled: false} | feed:
    {include: false} | feed: {show: false} | feed: {disabled: true} | feed: {skip: true} | rss: {exclude: true} | rss:
    {enabled: false} | rss: {hidden: true} | rss: {show: false} | rss: {skip: true} | build: {list: never} | build: {list:
    local} | build: {render: never} | build: {list: never, render: never} | _build: {list: never} | _build: {list: false}
    | _build: {render: false} | ghost: {visibility: members} | wordpress: {status: private} | meta: {draft: true} | meta:
    {hidden: true} | options: {unlisted: true} | settings: {hidden: true} | page: {hidden: true} | custom: {draft: true}
    | encrypt: {password: x} | protected: {password: x} | password: {hash: x} | paywall: {enabled: true} | members: {only: true}
    | auth: {required: true} | access: {level: premium} | visibility: {level: private} | hidden: {feed: true} | hide: {rss: true}
    | exclude: {feed: true} | show: {feed: false} | include: {rss: false} | output: {feed: false} | listed: {feed: false} |
    draft: {value: true} | params: {hide: {rss: true}} | extra: {show: {feed: false}}`,
  'held back': `
    embargo: true | embargoed: true | embargo: 2027-01-01 | embargo_until: 2027-01-01 | embargoUntil: 2027-01-01 |
    publish_after: 2027-01-01 | publishAfter: 2027-01-01 | publish_at: 2027-01-01 | publishAt: 2027-01-01 | publish_on:
    2027-01-01 | publishOn: 2027-01-01 | scheduled: 2027-01-01 | publish_from: 2027-01-01 | not_before: 2027-01-01 | go_live: 2027-01-01 | goLive: 2027-01-01 | go_live_date: 2027-01-01 |
    scheduled_for: 2027-01-01 | scheduled_at: 2027-01-01 | visible_from: 2027-01-01 | visibleFrom: 2027-01-01`,
  past: `
    expire: 2020-01-01 | unpublish: 2020-01-01 | publish_until: 2020-01-01 | expired: true | expires: 2020-01-01 | expiryDate: 2020-01-01 | unpublish_on: 2026-01-02 | unpublish_at: 2026-01-02 |
    unpublishAt: 2026-01-02 | expire_date: 2026-01-02 | expires_at: 2026-01-02 | expiresAt: 2026-01-02 | expires_on:
    2026-01-02 | expirationDate: 2026-01-02 | expiration_date: 2026-01-02 | visible_until: 2026-01-02 | visibleUntil:
    2026-01-02 | removed: true | deleted: true | trashed: true | withdrawn: true`,
};

/** Lines that only look so. */
export const NO_SWITCHES = `
  draft: false | hidden: false | private: no | unlisted: false | published: true | publish: yes | password: "" |
  password: false | password: | password_hint: x | visibility: public | visibility: everyone | visibility: [public,
  members] | status: published | status: evergreen | status: in progress | status: final | status: seedling | state:
  California | stage: two | type: post | layout: post | feed: podcast | feed: [a, b] | feed: {title: x} | rss: /feed.xml
  | rss: true | disable_feed: false | in_feed: true | feedback: false | news_feed_title: false | access: everyone |
  audience: developers | level: beginner | plan: the plan | tier: free | tiers: [] | subscription: none | build: {list:
  always} | build: production | _build: {publishResources: false} | published: 2026-01-01 | permalink: /a/ | sitemap:
  false | noindex: true | comments: false | hide: [navigation, toc] | hide: [toc] | hide_title: true | hideMeta: true |
  hide_table_of_contents: true | hiddenInHomeList: true | hiddenFromHomePage: true | hiddenFromSearch: true |
  searchHidden: true | exclude: [sitemap] | exclude_from_search: true | excludeFromSearch: true | skip: [toc] | ignore:
  [a] | disable: [toc] | disableShare: true | disableComments: true | show_reading_time: false | showToc: false |
  show_sidebar: false | display_author: false | list: [a, b] | members: [Ann, Bob] | subscribers: 12 | free: true |
  locked: false | auth: oauth | exclusive: maybe | internal: maybe | active: maybe | embargo: false | expires:
  2030-01-01 | expires: false | publish_at: 2026-02-02 | go_live: 2026-02-02 | release_date: 2027-01-01 | start_date:
  2027-01-01 | params: {draft: false} | params: {toc: false} | extra: {hidden: false} | chart: {hidden: true} | data:
  {private: true} | author: {private: true} | nsfw: true | archived: true | retracted: true | deprecated: true | share:
  false | no_index: true | nav_exclude: true | toc_hide: true | bookHidden: false | sidebar: false | pinned: false |
  featured: false | sensitive: true | _jetpack_newsletter_access: everybody | patreon-level: "0" | rcp_user_level: all |
  status: accepted | status: done | status: review | tags: [a, b] | tags: [wip] | tags:
  [private] | tags: [drafting] | tags: [draft-horses] | category: Drafts of laws | categories: [news] | for: beginners | for:
  Ann | scheduled: false | schedule: weekly | scheduled: 2026-02-02 | offline: false | hide_from_home: true | list: page`;

export function listLines(text: string): readonly string[] {
  return text.split(/\s+\|\s+/).map((line) => line.trim().replaceAll(/\s+/g, ' '));
}
