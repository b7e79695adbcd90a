"""Which well-known sites are of which kind?

Domains, or a domain with the beginning of a path. Only what anybody can look up; what an organisation has
approved is its own setting.
"""

from collections.abc import Iterable

from app.checks.words import word_set
from app.domain.address import is_within
from app.domain.reading import Link

FILE_SHARES = word_set("""
    dropbox.com dropboxusercontent.com db.tt wetransfer.com we.tl collect.wetransfer.com mega.nz
    mega.co.nz mega.io mediafire.com sendspace.com hightail.com yousendit.com transfernow.net
    fromsmash.com filemail.com send-anywhere.com sendgb.com wormhole.app gofile.io 4shared.com
    rapidgator.net zippyshare.com uploaded.net pcloud.com pcloud.link u.pcloud.link terabox.com
    1024terabox.com degoo.com file.io files.fm jumpshare.com ufile.io uploadfiles.io transferxl.com
    dropsend.com swisstransfer.com onedrive.live.com 1drv.ms icloud.com/iclouddrive share.icloud.com
    icedrive.net koofr.net sendbig.com dosya.co easyupload.io fex.net limewire.com utorrent.com
    bittorrent.com thepiratebay.org 1337x.to sync.com/dl ln5.sync.com catbox.moe workupload.com
    krakenfiles.com fileconvoy.com
""")
"""Where private people keep and hand on files, and peer-to-peer sites."""

PERHAPS_FILE_SHARES = word_set("""
    drive.google.com docs.google.com/document docs.google.com/spreadsheets docs.google.com/presentation
    docs.google.com/file photos.google.com photos.app.goo.gl icloud.com app.box.com box.com/s
    icloud.com/photos amazon.co.uk/clouddrive amazon.com/clouddrive
""")
"""The same, where many an organisation has the service for its own files."""

FREE_HOSTS = word_set("""
    wixsite.com wix.com wixstudio.io weebly.com weeblysite.com wordpress.com blogspot.com blogspot.co.uk
    blogger.com sites.google.com github.io netlify.app vercel.app webflow.io carrd.co squarespace.com
    square.site jimdosite.com jimdofree.com jimdo.com godaddysites.com webador.co.uk webador.com
    strikingly.com mystrikingly.com yolasite.com tumblr.com notion.site glitch.me site123.me webnode.co.uk
    webnode.com webnode.page webs.com tripod.com angelfire.com 000webhostapp.com edublogs.org
    primaryblogger.co.uk typepad.com livejournal.com ucraft.net mozello.com simdif.com moonfruit.com
    btck.co.uk freewebs.com pages.dev web.app firebaseapp.com herokuapp.com onrender.com lovable.app
    framer.website framer.ai linktr.ee bravesites.com website2.me websitebuilder.online
""")
"""Where anybody can set up a website for nothing."""

SOCIAL = word_set("""
    facebook.com fb.com fb.me m.facebook.com messenger.com m.me instagram.com instagr.am twitter.com x.com
    t.co tiktok.com snapchat.com linkedin.com lnkd.in pinterest.com pinterest.co.uk pin.it threads.net
    threads.com whatsapp.com wa.me chat.whatsapp.com telegram.me telegram.org t.me discord.com discord.gg
    reddit.com redd.it nextdoor.com nextdoor.co.uk bsky.app mastodon.social tumblr.com vk.com weibo.com
    bebo.com myspace.com signal.group bereal.com twitch.tv
""")

LEARNING = word_set("""
    gov.uk nhs.uk ac.uk police.uk parliament.uk bbc.co.uk bbc.com thenational.academy senecalearning.com
    hegartymaths.com sparx-learning.com sparxmaths.com sparxmaths.uk sparxreader.com sparxscience.com
    mathswatch.co.uk mymaths.co.uk drfrost.org drfrostmaths.com corbettmaths.com mathsgenie.co.uk
    whiterosemaths.com whiteroseeducation.com nrich.maths.org timestables.co.uk ttrockstars.com
    purplemash.com 2simple.com edshed.com spellingshed.com readtheory.org getepic.com oxfordowl.co.uk
    activelearnprimary.co.uk pearson.com pearsonactivelearn.com aqa.org.uk ocr.org.uk wjec.co.uk
    eduqas.co.uk ccea.org.uk cambridgeinternational.org ncfe.org.uk satchelone.com showmyhomework.co.uk
    classcharts.com arbor-education.com firefly.com fireflycloud.net edulinkone.com classroom.google.com
    docs.google.com drive.google.com meet.google.com forms.gle teams.microsoft.com forms.office.com
    forms.microsoft.com forms.cloud.microsoft sharepoint.com office.com microsoft365.com onenote.com
    stream.office.com sway.office.com sway.cloud.microsoft khanacademy.org educake.co.uk tassomai.com
    quizlet.com kahoot.it kahoot.com blooket.com gimkit.com padlet.com nearpod.com edpuzzle.com
    wordwall.net languagenut.com linguascope.com duolingo.com memrise.com languagesonline.org.uk
    physicsandmathstutor.com savemyexams.com savemyexams.co.uk gcsepod.com bedrocklearning.org
    uplearn.co.uk tes.com twinkl.co.uk britannica.com britannica.co.uk nationalgeographic.com
    natgeokids.com nhm.ac.uk britishmuseum.org sciencemuseum.org.uk rigb.org royalsociety.org bl.uk
    nationaltrust.org.uk nationaltheatre.org.uk shakespeare.org.uk rsc.org.uk tate.org.uk scratch.mit.edu
    code.org microbit.org raspberrypi.org isaaccomputerscience.org isaacphysics.org isaacscience.org
    ucas.com dofe.org edofe.org unifrog.org princes-trust.org.uk barclayslifeskills.com youngminds.org.uk
    childline.org.uk kooth.com thinkuknow.co.uk ceopeducation.co.uk saferinternet.org.uk childnet.com
    nspcc.org.uk papyrus-uk.org samaritans.org beateatingdisorders.org.uk wikipedia.org
    accelerated-reader.co.uk renaissance.com renlearn.co.uk lexiacore5.com mathletics.com
    readingeggs.co.uk busythings.co.uk discoveryeducation.co.uk idea.org.uk careerpilot.org.uk xello.world
    parentpay.com evolve.edufocus.co.uk
""")
"""Where schools in this country send pupils as a matter of course."""


def is_of(link: Link, sites: Iterable[str]) -> bool:
    """Whether a link leads to one of the sites."""
    path = link.address.partition("://")[2 if "://" in link.address else 0].partition("/")[2].lower()
    return any(
        is_within(link.host, (host,)) and path.startswith(start)
        for site in sites
        for host, _, start in [site.partition("/")]
    )
