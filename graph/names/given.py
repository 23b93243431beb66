"""Forms of one given name in related languages, where sound alone does not join them."""

from __future__ import annotations

FORMS = """
vladimir volodymyr uladzimir wolodymyr wladimir volodimir
alexander aleksandr alexandre oleksandr aliaksandr alyaksandr aleksander alexandr olexander
alexei aleksei alexey aleksey oleksiy oleksii aliaksei alaksiej oleksij alexej
andrei andrey andrij andriy andrii andre andrzej
dmitry dmitri dmitriy dimitri dmitrij dmytro dzmitry dimitry
sergei sergey serguei sergej serhiy serhii siarhei sergii serhij
mikhail mikheil mykhailo mykhaylo michail mikhaylo mihail mikhael
nikolai nikolay nikolaj mykola mikalai nicolai nikolaï
pyotr petr petro piotr
pavel pavlo pawel
yevgeny evgeny evgeni yevgeni jewgeni yevhen yauhen evguéni evgueni yevgeniy evgenii
igor ihor
oleg oleh aleh
konstantin kostyantyn constantin kanstantsin
grigory hryhoriy grigori hryhorii grigoriy ryhor
yuri yury iouri juri jurij iuri yuriy yurii
yulia julia ioulia yuliya iulia yuliia
viktor victor wiktor
natalia nataliya natalya nathalie natallia
tatiana tatyana taciana
binyamin benjamin biniamin benyamin
mohammed muhammad mohamed mohammad mohamad muhammed mohamud mahomed
abdullah abdallah abdulla abdulah
hussein hussain husayn hossein houssein husain hosein
ahmad ahmed ahmet ahmadou
mahmoud mahmud mahmood mehmud
hassan hasan
yousef yusuf youssef yousuf yousaf yusef yosef
omar umar
osman usman othman
ismail ismael esmail
ibrahim ebrahim
suleiman sulaiman soleiman sulejman
abdelfattah abdulfattah abdalfattah
abdulhamid abdelhamid
abdulrahman abdelrahman abdurrahman
abdulaziz abdelaziz
recep rajab
nikos nicos
george giorgi georgi georgios
edward eduard edouard edvard
joseph josef jozef
frederick frederik
ilham ilgam
emomali imomali imamali
""".strip().splitlines()

CANONICAL = {form: line.split()[0] for line in FORMS for form in line.split()}


def canonical(given: str) -> str:
    """The first form of a given name's line; the name itself where it is on none."""
    return CANONICAL.get(given, given)
