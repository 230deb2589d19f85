"""The words by which the furniture of a page is known: advertisements, players, buttons, cookies, teasers, in English
and Chinese. Lists only; what is done with them is in `furniture`.

A line is compared in small letters, without the marks around it. SURE lines are furniture wherever they stand; LOOSE
ones (a lone ``6``, ``1.25x``, ``Slow``, ``Share``) only beside a sure one; names of SHARING places count when two stand
together. In SURE_PATTERNS a group holds the words that a page may put there: where they tell something (a figure, a
date, what shall be, a party), the line is no furniture. SAYS is what tells.
"""

from __future__ import annotations

import re


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(one.split()) for line in text.split("\n") for one in line.split(" / ") if one.strip())


SURE = _listed(
    """
    advertisement / advertisements / skip advertisement / skip ad / article continues below / sponsored
    sponsored content / paid content / paid post / promoted content / scroll to continue
    scroll down to continue / select voice / choose your listening speed / listen to this article
    listen to article / listen to this story / listen to this page / play audio / play video
    video player is loading / loading video / this is a modal window / this video can not be played
    audio track / playback rate / playback speed / remaining time / read more / read next / up next
    what to read next / top stories / more stories / latest news / trending / trending now / you may like
    you might like / you may also like / you might also like / around the web / from our partners
    recommended for you / recommended / newsletter / newsletters / subscribe / subscribe now
    subscribe today / sign up / sign up now / sign up here / sign up for free / register now / log in
    sign in / log in or register / enter your email / enter your email address / email address
    your email address / manage cookies / manage preferences / manage my preferences / cookie settings
    cookie preferences / cookie policy / cookie notice / cookies notice / accept cookies / accept all
    accept all cookies / allow all / allow all cookies / reject all / reject all cookies / got it
    privacy policy / privacy notice / terms of use / terms of service / skip to content
    skip to main content / skip navigation / skip to navigation / back to top / jump to comments
    view comments / show comments / hide comments / show all comments / load more / load more comments
    show more / see more / view more / leave a comment / post a comment / add a comment
    join the conversation / join the discussion / no comments / be the first to comment / share this
    share article / share this article / share this story / share this page / share full article / copy link
    copy the link / copied / link copied / print article / print this article / print this page
    email this article / save article / save this article / add to favourites / add to favorites
    report this ad / report an error / give this article / gift this article / purchase licensing rights
    opens new tab
    广告 / 廣告 / 责任编辑 / 扫一扫 / 掃一掃 / 返回顶部 / 返回頂部 / 返回首页 / 返回首頁
    阅读原文 / 阅读全文 / 閱讀全文 / 查看全文 / 展开全文 / 展開全文 / 打印本页 / 打印本頁 / 关闭窗口 / 打印 关闭
    我要纠错 / 纠错 / 举报 / 我要评论 / 发表评论 / 發表評論 / 查看评论 / 加载中 / 加载更多 / 載入更多 / 显示更多
    """
)

_OTHER_ARTICLES = (
    r"(?:related|recommended|similar|popular|more|trending)"
    r" (?:articles?|stories|story|news|reading|posts|topics|content|coverage|videos?|links)"
)
_MORE_FROM = (
    r"more from (?!(?:the |this |that |today[’']s )*(?:fact ?sheet|statement|text|agreement|deal|release|read-?out"
    r"|transcript|talks|meeting|briefing|summit|announcement|order|notice|annex|speech|interview)\b).{2,40}"
)
_OTHER_ARTICLES_CHINESE = (
    r"(?:相关|相關|延伸|推荐|推薦|更多|热门|熱門|最新|编辑推荐|精彩)"
    r"(?:阅读|閱讀|新闻|新聞|文章|报道|報道|报导|報導|链接|連結|推荐|推薦|内容|資訊|资讯|视频|图片)"
)

SURE_PATTERNS = re.compile(
    "|".join(
        (
            r"(?:estimated )?reading time ?:? ?\d+ ?min(?:ute)?s?",
            r"\d+[- ]?min(?:ute)?s? (?:read|listen|watch)",
            r"listen(?: to (?:this|the) (?:article|story))?[ ·(]{0,3}\d+:?\d* ?min(?:ute)?s?\)?",
            r"why you can trust .{2,30}",
            r"get through articles \d(?:\.\d+)?x faster",
            r"\d{2,3} wpm",
            r"\d{1,2}:\d{2}(?::\d{2})? ?/ ?-?\d{1,2}:\d{2}(?::\d{2})?",
            r"(?:current time|duration|remaining time) ?-?\d{1,2}:\d{2}",
            r"(?:story|article|content) continues (?:below|after)(?: (?:this )?advert(?:isement)?)?",
            r"advertisement.{0,3}(?:continue reading|scroll|skip|story|article|report).{0,40}",
            r"scroll to continue.{0,30}",
            r"continue reading(?: .{0,30}below)?",
            r"(?:read more|read next|read also|also read|related (?:article|story|stories|news|reading)"
            r"|recommended reading|don[’']t miss|more from [^:]{2,30}) ?[:|»›>] ?(.{0,150})",
            r"(?:subscribe|sign up|log ?in|sign in|register|create an account)(?: now)? to"
            r" (?:continue reading|keep reading|read|unlock|access|view)\b(.{0,80})",
            r"most (?:popular|read|viewed|shared|commented|watched)(?: .{0,25})?",
            _OTHER_ARTICLES,
            _MORE_FROM,
            r"more on this (?:story|topic|subject)",
            r"(?:our )?editor[’']?s[’']? (?:picks?|choice)",
            r"(?:sign up|subscribe|register)(?: now)? (?:for|to) .{0,60}"
            r"(?:newsletters?|briefing|alerts?|e-?mails?|inbox).{0,40}",
            r"get .{3,80} (?:in|to|into) your inbox.{0,30}",
            r".{0,40}newsletter sign[- ]?up",
            r"(?:we|this (?:web)?site|our (?:web)?site) (?:and our partners )?uses? cookies.{0,150}",
            r"we (?:value|care about|respect) your privacy.{0,60}",
            r"share (?:this )?(?:article |story |page )?(?:on|via|to|with) .{2,30}",
            r"follow (?:us|me)(?: on .{2,40})?",
            r"follow .{2,30} on (?:facebook|twitter|x|instagram|linkedin|telegram|whatsapp|wechat|weibo|google news)",
            r"(?:add|make|set) .{2,40} (?:as )?(?:a |your )?preferred source.{0,20}",
            r"add .{2,30} on google",
            r"\d+ comments?",
            r"(.{0,40}), opens new tab",
            r"purchase licensing rights.{0,30}",
            r"our standards: the .{2,40} trust principles.{0,20}",
            r"(?:©|\(c\)|copyright)(?: ?(?:©|\(c\)))? ?\d{4}.{0,100}",
            r"all rights reserved(?:[ .,;|©-]+(?:(?:\d{4}|by|worldwide)\b.{0,40})?)?",
            r"page \d+ of \d+",
            r"分享(?:(?:到|至|给|給).{0,12})?",
            r"(?:责任编辑|責任編輯|责编|責編)\s*[:：].{1,12}",
            r".{0,12}(?:扫一扫|掃一掃).{0,25}",
            r".{0,6}(?:扫|掃)(?:描|码|碼).{0,20}(?:二维码|二維碼|关注|下载).{0,12}",
            r"(?:点击|點擊)(?:查看|进入|阅读|下载|加载|展开|收听|這裡|这里|此处|查閱|進入|閱讀|下載|图片|圖片).{0,20}",
            _OTHER_ARTICLES_CHINESE + r"(?: ?[:：](.{0,60}))?",
            r"(?:上一篇|下一篇|上一条|下一条) ?[:：]?.{0,60}",
            r"(?:字号|字體|字体|字级)(?: ?[:：])?[大中小超特+\-a-z 　|]{0,12}",
            r"(?:版权所有|版權所有).{0,40}",
            r"未经.{0,12}(?:授权|许可|同意).{0,6}(?:不得|禁止|严禁).{0,8}(?:转载|轉載|复制|摘编|镜像|链接|抄袭|翻印|引用).{0,20}",
            r"(?:关注|關注)(?:我们|我們|.{0,12}(?:公众号|公眾號|微信|微博)).{0,15}",
        )
    ),
    re.IGNORECASE,
)

SAYS = re.compile(
    "|".join(
        (
            r"\d|[%％]|[一二三四五六七八九十百千万亿萬億两兩半]+(?:年|月|日|吨|噸|个|項|项|条|條|美元|元|成|倍)",
            r"\b(?:million|billion|trillion|percent|per cent|half|third|quarter|dozen|hundred|thousand)s?\b",
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
            r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b",
            r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:article|annex) [ivxl]+\b",
            r"\b(?:shall|will|must|may|might|should|would|could|can(?:not|[’']t)?|ought|agree[sd]?|pledge[sd]?)\b",
            r"将|將|应当|應當|必须|必須|不得|禁止|可以|承诺|承諾|同意|暂停|暫停|取消|恢复|恢復|中方|美方|双方|雙方|各方|对方",
            r"\b(?:the (?:two|both) (?:sides|parties|countries)|both (?:sides|parties|countries)|the part(?:y|ies))\b",
        )
    ),
    re.IGNORECASE,
)
"""A figure, a date, what shall be, or a party: the words that a ledger is made of."""
SAYS_CAPITAL = re.compile(
    r"\b(?:US|U\.S\.|USA|EU|UK|UN|PRC|Beijing|Washington|Brussels|Moscow|Tokyo|London|Kyiv|Geneva"
    r"|[A-Z][a-z]{2,}(?:ese|ians?|icans?|eans?|ish))\b"
)
"""Parties by short names, capitals and demonyms; countries are known by Babel."""

LOOSE = _listed(
    """
    slow / average / fast / share / save / saved / print / comment / comments / follow / following / listen
    play / pause / mute / unmute / fullscreen / settings / close / menu / search / related / more / next
    previous / ad / tweet / like / gift / bookmark / 打印 / 打印本页 / 列印 / 收藏 / 评论 / 評論 / 点赞 / 分享 / 关闭
    """
)
LOOSE_PATTERN = re.compile(r"[0-4](?:\.\d+)?x", re.IGNORECASE)
LOOSE_NUMBER = re.compile(r"\d{1,4}")

SHARING = _listed(
    """
    facebook / twitter / x / x (twitter) / x (formerly twitter) / whatsapp / linkedin / linked in / telegram
    reddit / pinterest / instagram / threads / bluesky / mastodon / flipboard / messenger / wechat / weibo
    line / email / e-mail / mail / 微信 / 微博 / 新浪微博 / 朋友圈 / qq / qq空间 / qq好友 / 腾讯微博
    """
)

TEASERS = re.compile(
    "|".join(
        (
            r"most (?:popular|read|viewed|shared|commented|watched)(?: .{0,25})?",
            _OTHER_ARTICLES,
            _MORE_FROM,
            r"more on this (?:story|topic|subject)",
            r"(?:our )?editor[’']?s[’']? (?:picks?|choice)",
            r"trending(?: now)?|top stories|latest news|up next|(?:what to )?read next|recommended(?: for you)?",
            r"you (?:may|might) (?:also )?like|around the web",
            _OTHER_ARTICLES_CHINESE,
        )
    ),
    re.IGNORECASE,
)
"""A heading over the titles of other articles: what follows it to the end, being titles only, is furniture too."""

CAPTION = re.compile(
    "|".join(
        (
            r"(?:photo|photograph|photography|image|picture|illustration|graphic|credit|video|handout)s?"
            r" ?(?:credit|by|courtesy)? ?[:：/©]",
            r"[.)/(|–—-] ?"
            r"(?:getty images|shutterstock|reuters|afp|epa(?:-efe)?|xinhua|ap|ap photo(?:/.{2,30})?)\s?[)\].]?$",
            r"资料图|資料圖|资料照片|資料照片|图片来源|圖片來源|图源|摄影|攝影|(?:图|圖|摄|攝)\s?[:：/]|(?:摄|攝)[)）]?$",
        )
    ),
    re.IGNORECASE,
)
"""Marks of a caption: who took the picture."""
