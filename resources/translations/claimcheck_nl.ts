<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Turn left ([)</source>
        <translation>Linksom draaien ([)</translation>
    </message>
    <message>
        <source>Turn right (])</source>
        <translation>Rechtsom draaien (])</translation>
    </message>
    <message>
        <source>Mirror (M)</source>
        <translation>Spiegelen (M)</translation>
    </message>
    <message>
        <source>Upside down, mirrored (U)</source>
        <translation>Ondersteboven spiegelen (U)</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Rechtzetten</translation>
    </message>
    <message>
        <source>Any shape</source>
        <translation>Elke vorm</translation>
    </message>
    <message>
        <source>As the picture</source>
        <translation>Zoals de foto</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Crop, straighten and perspective</source>
        <translation>Bijsnijden, rechtzetten en perspectief</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Bijsnijden</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspectief</translation>
    </message>
    <message>
        <source>What to adjust</source>
        <translation>Wat je aanpast</translation>
    </message>
    <message>
        <source>Crop or perspective (P)</source>
        <translation>Bijsnijden of perspectief (P)</translation>
    </message>
    <message>
        <source>Drag the corners onto those of something flat: a box, a label, a sheet.</source>
        <translation>Sleep de hoeken op die van iets vlaks: een doos, een etiket, een vel.</translation>
    </message>
    <message>
        <source>Proportions</source>
        <translation>Verhouding</translation>
    </message>
    <message>
        <source>As it was taken</source>
        <translation>Zoals gemaakt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Show it so</source>
        <translation>Zo tonen</translation>
    </message>
    <message>
        <source>A4, upright</source>
        <translation>A4, staand</translation>
    </message>
    <message>
        <source>A4, lying</source>
        <translation>A4, liggend</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>Bankpas</translation>
    </message>
    <message>
        <source>Proportions as seen</source>
        <translation>Verhouding zoals gezien</translation>
    </message>
    <message>
        <source>, of {size}</source>
        <translation>, van {size}</translation>
    </message>
</context>
<context>
    <name>Aligning</name>
    <message>
        <source>Looking for the product …</source>
        <translation>Product zoeken …</translation>
    </message>
    <message>
        <source>Looking for differences …</source>
        <translation>Verschillen zoeken …</translation>
    </message>
    <message>
        <source>Reading the print …</source>
        <translation>De opdruk lezen …</translation>
    </message>
    <message>
        <source>Not aligned yet</source>
        <translation>Nog niet uitgelijnd</translation>
    </message>
    <message>
        <source>Not aligned</source>
        <translation>Niet uitgelijnd</translation>
    </message>
    <message>
        <source>Same size and middle</source>
        <translation>Zelfde maat en midden</translation>
    </message>
    <message>
        <source>Aligned by hand</source>
        <translation>Met de hand uitgelijnd</translation>
    </message>
    <message>
        <source>Aligned by hand · ± %1 px</source>
        <translation>Met de hand uitgelijnd · ± %1 px</translation>
    </message>
    <message>
        <source>Aligned · %1 % sure</source>
        <translation>Uitgelijnd · %1 % zeker</translation>
    </message>
    <message>
        <source>no words differ</source>
        <translation>geen woord verschilt</translation>
    </message>
    <message>
        <source>no print could be read on both</source>
        <translation>op geen van beide was opdruk te lezen</translation>
    </message>
</context>
<context>
    <name>BlendView</name>
    <message>
        <source>Both pictures</source>
        <translation>Beide foto’s</translation>
    </message>
</context>
<context>
    <name>BrandDialog</name>
    <message>
        <source>Your look</source>
        <translation>Jouw stijl</translation>
    </message>
    <message>
        <source>@your.handle</source>
        <translation>@jouw.naam</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Kies een kleur</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Geel</translation>
    </message>
    <message>
        <source>Mint</source>
        <translation>Mint</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Hemelsblauw</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Roze</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>Bosgroen</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pruim</translation>
    </message>
    <message>
        <source>Colour instead of yellow</source>
        <translation>Kleur in plaats van geel</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rond</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Hoeken</translation>
    </message>
    <message>
        <source>claimcheck’s own: {font}</source>
        <translation>Van claimcheck zelf: {font}</translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation>Kies een plaatje …</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Geen logo</translation>
    </message>
    <message>
        <source>Your handle, for cards</source>
        <translation>Jouw naam, voor kaarten</translation>
    </message>
    <message>
        <source>Corners of tabs and slips</source>
        <translation>Hoeken van labels en strookjes</translation>
    </message>
    <message>
        <source>Font of titles</source>
        <translation>Letter van titels</translation>
    </message>
    <message>
        <source>Font of everything else</source>
        <translation>Letter van de rest</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>It counts for every card of this library, whatever its template.</source>
        <translation>Het geldt voor elke kaart van deze bibliotheek, welk sjabloon je ook kiest.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Leegmaken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>The library is open read-only.</source>
        <translation>De bibliotheek is alleen-lezen geopend.</translation>
    </message>
    <message>
        <source>First mend what is marked.</source>
        <translation>Herstel eerst wat gemarkeerd is.</translation>
    </message>
    <message>
        <source>Ink on it stands out {ratio} : 1.</source>
        <translation>Inkt valt erop op met {ratio} : 1.</translation>
    </message>
    <message>
        <source>White on it stands out {ratio} : 1.</source>
        <translation>Wit valt erop op met {ratio} : 1.</translation>
    </message>
    <message>
        <source>Write it as # and six digits or letters from A to F, such as #FFD60A.</source>
        <translation>Schrijf hem als # en zes cijfers of letters van A tot F, zoals #FFD60A.</translation>
    </message>
    <message>
        <source>Neither ink nor white stands out enough: {ratio} : 1 at best, and 7 : 1 is needed.</source>
        <translation>Inkt en wit vallen er te weinig op: hoogstens {ratio} : 1, en 7 : 1 is nodig.</translation>
    </message>
    <message>
        <source>Take {colour}</source>
        <translation>Neem {colour}</translation>
    </message>
    <message>
        <source>This computer has no font “{font}”.</source>
        <translation>Deze computer heeft geen letter “{font}”.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Plaatjes</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Kies een logo</translation>
    </message>
    <message>
        <source>It is too large: at most {side} pixels wide and high.</source>
        <translation>Het is te groot: hoogstens {side} pixels breed en hoog.</translation>
    </message>
    <message>
        <source>This file is no picture that can be read.</source>
        <translation>Dit bestand is geen plaatje dat gelezen kan worden.</translation>
    </message>
</context>
<context>
    <name>BrandPreview</name>
    <message>
        <source>Preview of the card</source>
        <translation>Voorbeeld van de kaart</translation>
    </message>
    <message>
        <source>Open a review with both pictures to see its card in your look.</source>
        <translation>Open een review met beide foto’s om de kaart in jouw stijl te zien.</translation>
    </message>
</context>
<context>
    <name>CaptureDialog</name>
    <message>
        <source>Listing from a page</source>
        <translation>Aanbod van een pagina</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>{file} lezen …</translation>
    </message>
    <message>
        <source>Fetching {address} …</source>
        <translation>{address} ophalen …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>Toch openen</translation>
    </message>
    <message>
        <source>Add to review</source>
        <translation>Aan review toevoegen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked picture(s) will be fetched from the web.</source>
        <translation>
            <numerusform>%n aangevinkte foto wordt van internet opgehaald.</numerusform>
            <numerusform>%n aangevinkte foto’s worden van internet opgehaald.</numerusform>
        </translation>
    </message>
    <message>
        <source>The page itself is kept as evidence, with time and address.</source>
        <translation>De pagina zelf wordt als bewijs bewaard, met tijd en adres.</translation>
    </message>
</context>
<context>
    <name>CardChoices</name>
    <message>
        <source>Differences on the card</source>
        <translation>Verschillen op de kaart</translation>
    </message>
    <message>
        <source>Claims on the checklist</source>
        <translation>Beloftes op de checklist</translation>
    </message>
</context>
<context>
    <name>CardExport</name>
    <message>
        <source>Export picture</source>
        <translation>Exporteer afbeelding</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopieer beeld</translation>
    </message>
    <message>
        <source>Drag the card</source>
        <translation>De kaart slepen</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Meer …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Toon in map</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Add a listing image and a photo first.</source>
        <translation>Voeg eerst een aanbodfoto en een foto toe.</translation>
    </message>
    <message>
        <source>Drag the finished card into another program</source>
        <translation>Sleep de kaart, helemaal af, naar een ander programma</translation>
    </message>
    <message>
        <source>Carousel, all formats, overlays, clip</source>
        <translation>Carrousel, alle formaten, lagen, clip</translation>
    </message>
    <message>
        <source>Export the card</source>
        <translation>Kaart exporteren</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>JPEG-afbeelding</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-afbeelding</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>De afbeelding staat op het klembord</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Bewaard als %1</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Overgedragen: %1</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>Ready to post</source>
        <translation>Klaar om te plaatsen</translation>
    </message>
    <message>
        <source>The first judged</source>
        <translation>De eerste met een oordeel</translation>
    </message>
    <message>
        <source>No claims yet</source>
        <translation>Nog geen beloften</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Quoted claim</source>
        <translation>Geciteerde belofte</translation>
    </message>
    <message>
        <source>Your handle</source>
        <translation>Je accountnaam</translation>
    </message>
    <message>
        <source>What to buy instead</source>
        <translation>Wat dan wel kopen</translation>
    </message>
    <message>
        <source>As the app</source>
        <translation>Zoals de app</translation>
    </message>
    <message>
        <source>Language of the card</source>
        <translation>Taal van de kaart</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Your look …</source>
        <translation>Jouw stijl …</translation>
    </message>
    <message>
        <source>Your colour, fonts, logo and corners, on every card</source>
        <translation>Jouw kleur, letters, logo en hoeken, op elke kaart</translation>
    </message>
    <message>
        <source>Numbers on the pictures</source>
        <translation>Nummers op de foto’s</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formaat</translation>
    </message>
    <message>
        <source>Say what was done to the pictures</source>
        <translation>Zeg wat er met de foto’s is gedaan</translation>
    </message>
    <message>
        <source>A line on the card, from what the review records.</source>
        <translation>Een regel op de kaart, uit wat de review vastlegt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>With hashtags, sources and alt text</source>
        <translation>Met hashtags, bronnen en alt-tekst</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bijschrift</translation>
    </message>
    <message>
        <source>What you checked, and what you found.</source>
        <translation>Wat je bekeek, en wat je vond.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>CardHands</name>
    <message>
        <source>Write a day like 24 Nov 2026.</source>
        <translation>Schrijf een dag als 24 nov 2026.</translation>
    </message>
    <message>
        <source>Write an amount like 12.50.</source>
        <translation>Schrijf een bedrag als 12,50.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
</context>
<context>
    <name>CardPreview</name>
    <message>
        <source>Preview of the card</source>
        <translation>Voorbeeld van de kaart</translation>
    </message>
</context>
<context>
    <name>CardStep</name>
    <message>
        <source>Formats</source>
        <translation>Formaten</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Sjablonen</translation>
    </message>
    <message>
        <source>Show what the app covers. It is never part of the exported picture.</source>
        <translation>Laat zien wat de app bedekt. Dit komt nooit in de geëxporteerde afbeelding.</translation>
    </message>
    <message>
        <source>Edit texts</source>
        <translation>Teksten aanpassen</translation>
    </message>
    <message>
        <source>Tab goes from one text on the card to the next.</source>
        <translation>Tab gaat van de ene tekst op de kaart naar de volgende.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Frame both pictures and choose what is shown automatically again.</source>
        <translation>Kadreer beide foto’s en kies wat er te zien is weer automatisch.</translation>
    </message>
    <message>
        <source>What does the shop show?</source>
        <translation>Wat laat de winkel zien?</translation>
    </message>
    <message>
        <source>The card needs a listing image beside your photo.</source>
        <translation>De kaart heeft naast je foto een aanbodfoto nodig.</translation>
    </message>
    <message>
        <source>Add a listing image</source>
        <translation>Voeg een aanbodfoto toe</translation>
    </message>
    <message>
        <source>What did you get?</source>
        <translation>Wat kreeg jij?</translation>
    </message>
    <message>
        <source>The card needs a photo beside the listing image.</source>
        <translation>De kaart heeft naast de aanbodfoto een foto nodig.</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Voeg een foto toe</translation>
    </message>
    <message>
        <source>TikTok buttons</source>
        <translation>TikTok-knoppen</translation>
    </message>
    <message>
        <source>Safe area</source>
        <translation>Veilige zone</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Drag rows, or press Alt+↑ and Alt+↓, for another order.</source>
        <translation>Sleep regels, of druk op Alt+↑ en Alt+↓, voor een andere volgorde.</translation>
    </message>
</context>
<context>
    <name>ClaimAdder</name>
    <message>
        <source>Promises from the listing, one a line</source>
        <translation>De beloften uit het aanbod, één per regel</translation>
    </message>
    <message>
        <source>“Grows hair in 14 days”</source>
        <translation>“Langer haar in 14 dagen”</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Voeg toe</translation>
    </message>
    <message numerus="yes">
        <source>Add %n claim(s)</source>
        <translation>
            <numerusform>Voeg %n belofte toe</numerusform>
            <numerusform>Voeg %n beloften toe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimEditor</name>
    <message>
        <source>Delete this claim</source>
        <translation>Verwijder deze belofte</translation>
    </message>
    <message>
        <source>None yet. In Compare, open a discrepancy and choose this claim.</source>
        <translation>Nog geen. Open bij Vergelijken een verschil en kies deze belofte.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Belofte</translation>
    </message>
    <message>
        <source>The promise, word for word</source>
        <translation>De belofte, woord voor woord</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
    <message>
        <source>How it was tested</source>
        <translation>Hoe het getest is</translation>
    </message>
    <message>
        <source>Discrepancies that bear on it</source>
        <translation>Verschillen die erover gaan</translation>
    </message>
    <message>
        <source>Not noted</source>
        <translation>Niet genoteerd</translation>
    </message>
    <message>
        <source>Show it in Compare</source>
        <translation>Toon bij Vergelijken</translation>
    </message>
</context>
<context>
    <name>ClaimList</name>
    <message>
        <source>Claims</source>
        <translation>Beloften</translation>
    </message>
</context>
<context>
    <name>ClaimsStep</name>
    <message>
        <source>What did they promise?</source>
        <translation>Wat beloofden ze?</translation>
    </message>
    <message>
        <source>Each promise becomes a claim that you judge: it holds, or it doesn’t.</source>
        <translation>Over elke belofte vel jij een oordeel: klopt, of klopt niet.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Beloften</translation>
    </message>
    <message>
        <source>Claim “%1” deleted</source>
        <translation>Belofte “%1” verwijderd</translation>
    </message>
</context>
<context>
    <name>ClipPage</name>
    <message>
        <source>Slider reveals the photo</source>
        <translation>Schuif onthult de foto</translation>
    </message>
    <message>
        <source>Before and after, blinking</source>
        <translation>Voor en na, om en om</translation>
    </message>
    <message>
        <source>Close to each difference</source>
        <translation>Dicht bij elk verschil</translation>
    </message>
    <message>
        <source>Verdicts stamped one by one</source>
        <translation>Oordelen een voor een gestempeld</translation>
    </message>
    <message>
        <source>All of it as a story</source>
        <translation>Alles als verhaal</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n seconden</numerusform>
        </translation>
    </message>
    <message>
        <source>Video (MP4)</source>
        <translation>Video (MP4)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Beweging</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Lengte</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Soort bestand</translation>
    </message>
    <message>
        <source>As long as it takes: %1 s</source>
        <translation>Zo lang als nodig: %1 s</translation>
    </message>
</context>
<context>
    <name>ClipPreview</name>
    <message>
        <source>Getting the clip ready …</source>
        <translation>De clip wordt klaargemaakt …</translation>
    </message>
    <message>
        <source>Getting the picture ready …</source>
        <translation>De afbeelding wordt klaargemaakt …</translation>
    </message>
    <message>
        <source>%1 of %2 s</source>
        <translation>%1 van %2 s</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Afspelen</translation>
    </message>
</context>
<context>
    <name>CloseUp</name>
    <message>
        <source>Close-up</source>
        <translation>Close-up</translation>
    </message>
    <message>
        <source>Not marked on the listing image.</source>
        <translation>Niet gemarkeerd op de aanbodfoto.</translation>
    </message>
    <message>
        <source>Not marked on the photo.</source>
        <translation>Niet gemarkeerd op de foto.</translation>
    </message>
</context>
<context>
    <name>ColourDialog</name>
    <message>
        <source>Compare colours</source>
        <translation>Kleuren vergelijken</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grijs</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>What a click picks</source>
        <translation>Wat een klik kiest</translation>
    </message>
    <message>
        <source>Find the chart</source>
        <translation>Kaart zoeken</translation>
    </message>
    <message>
        <source>Read as it is</source>
        <translation>Lees zoals het is</translation>
    </message>
    <message>
        <source>A click picks</source>
        <translation>Een klik kiest</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Vergeleken</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lezen …</translation>
    </message>
    <message>
        <source>Nothing neutral is known in the photo: figures are marked “uncalibrated”.</source>
        <translation>Er is niets neutraals bekend op de foto: bij de cijfers staat ‘ongekalibreerd’.</translation>
    </message>
    <message>
        <source>The reference is over-exposed, so nothing is corrected by it.</source>
        <translation>De referentie is overbelicht en corrigeert dus niets.</translation>
    </message>
    <message>
        <source>Left over: ΔE %1 on average, %2 at most.</source>
        <translation>Blijft over: ΔE gemiddeld %1, hoogstens %2.</translation>
    </message>
    <message>
        <source>Now the same spot on the photo.</source>
        <translation>Nu dezelfde plek op de foto.</translation>
    </message>
    <message>
        <source>Now the same spot on the listing image.</source>
        <translation>Nu dezelfde plek op de aanbodfoto.</translation>
    </message>
    <message>
        <source>Click a spot, or drag over an area, on both pictures.</source>
        <translation>Klik een plek aan of sleep over een vlak, op beide foto’s.</translation>
    </message>
    <message>
        <source>Let the chart be found, or drag over it in the photo.</source>
        <translation>Laat de kaart zoeken, of sleep eroverheen op de foto.</translation>
    </message>
    <message>
        <source>Drag the corners onto the chart’s own, if they aren’t there yet.</source>
        <translation>Sleep de hoeken naar die van de kaart, als ze daar nog niet liggen.</translation>
    </message>
    <message>
        <source>Click or drag over white paper in the photo.</source>
        <translation>Klik op of sleep over wit papier op de foto.</translation>
    </message>
    <message>
        <source>Click or drag over something grey in the photo.</source>
        <translation>Klik op of sleep over iets grijs op de foto.</translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>Remove this comparison</source>
        <translation>Deze vergelijking verwijderen</translation>
    </message>
    <message>
        <source>Draw swatches on both pictures</source>
        <translation>Kleurstalen op beide foto’s tekenen</translation>
    </message>
</context>
<context>
    <name>ColourRows</name>
    <message>
        <source>Line</source>
        <translation>Lijn</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Vulling</translation>
    </message>
    <message>
        <source>What is coloured</source>
        <translation>Wat gekleurd wordt</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Exact colour</source>
        <translation>Precieze kleur</translation>
    </message>
    <message>
        <source>Take a colour from the picture</source>
        <translation>Een kleur uit de foto nemen</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Verschilt</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Click a difference: its close-up appears here.</source>
        <translation>Klik op een verschil: hier komt het van dichtbij.</translation>
    </message>
</context>
<context>
    <name>CropStage</name>
    <message>
        <source>Loading the picture …</source>
        <translation>De foto wordt geladen …</translation>
    </message>
    <message>
        <source>Part of the picture that is shown</source>
        <translation>Deel van de foto dat te zien is</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Choose a day</source>
        <translation>Kies een dag</translation>
    </message>
    <message>
        <source>Not noted</source>
        <translation>Niet genoteerd</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
</context>
<context>
    <name>DiscrepancyEditor</name>
    <message>
        <source>How much it matters</source>
        <translation>Hoe zwaar het telt</translation>
    </message>
    <message>
        <source>Yellow cap → green cap</source>
        <translation>Gele dop → groene dop</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Note on the card</source>
        <translation>Tekst op de kaart</translation>
    </message>
    <message>
        <source>Bears on claim</source>
        <translation>Gaat over belofte</translation>
    </message>
    <message>
        <source>No claim</source>
        <translation>Geen belofte</translation>
    </message>
</context>
<context>
    <name>DiscrepancyPanel</name>
    <message>
        <source>Number of discrepancies</source>
        <translation>Aantal verschillen</translation>
    </message>
    <message>
        <source>Number a discrepancy</source>
        <translation>Verschil nummeren</translation>
    </message>
    <message>
        <source>How discrepancies are numbered</source>
        <translation>Hoe verschillen genummerd worden</translation>
    </message>
    <message>
        <source>Discrepancies</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Nothing numbered yet. Click a difference on one picture, then the same spot on the other: both get the same number.</source>
        <translation>Nog niets genummerd. Klik een verschil aan op de ene foto, dan dezelfde plek op de andere: beide krijgen hetzelfde nummer.</translation>
    </message>
    <message>
        <source>Number a difference</source>
        <translation>Verschil nummeren</translation>
    </message>
</context>
<context>
    <name>DiscrepancyRow</name>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Discrepancy %1: %2, %3</source>
        <translation>Verschil %1: %2, %3</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
    <message>
        <source>Clear the place on the listing image</source>
        <translation>Plek op de aanbodfoto wissen</translation>
    </message>
    <message>
        <source>Clear the place on the photo</source>
        <translation>Plek op de foto wissen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Only on the listing image</source>
        <translation>Alleen op de aanbodfoto</translation>
    </message>
    <message>
        <source>Only on the photo</source>
        <translation>Alleen op de foto</translation>
    </message>
    <message>
        <source>No note yet</source>
        <translation>Nog geen tekst</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Dropped picture</source>
        <translation>Gesleepte afbeelding</translation>
    </message>
    <message numerus="yes">
        <source>Drop %n photo(s)</source>
        <translation>
            <numerusform>Laat %n foto los</numerusform>
            <numerusform>Laat %n foto’s los</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop %n listing image(s)</source>
        <translation>
            <numerusform>Laat %n aanbodfoto los</numerusform>
            <numerusform>Laat %n aanbodfoto’s los</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Where it comes from</source>
        <translation>Waar het vandaan komt</translation>
    </message>
    <message>
        <source>Find this picture</source>
        <translation>Zoek deze foto</translation>
    </message>
    <message>
        <source>Save as JSON …</source>
        <translation>Bewaar als JSON …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Bewaar als JSON</translation>
    </message>
    <message>
        <source>The original tells where it was taken. It stays in your library; cards, clips and other exports never carry it.</source>
        <translation>In het origineel staat waar het is gemaakt. Dat blijft in je bibliotheek; kaarten, clips en andere exports bevatten het nooit.</translation>
    </message>
    <message>
        <source>time zone unknown</source>
        <translation>tijdzone onbekend</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Gebruikt als</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Place in the clip</source>
        <translation>Plek in de clip</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Binnengekomen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>SHA-256 of the clip</source>
        <translation>SHA-256 van de clip</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>(worked on at {size})</source>
        <translation>(bewerkt op {size})</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export for a post</source>
        <translation>Exporteren voor een post</translation>
    </message>
    <message>
        <source>Carousel</source>
        <translation>Carrousel</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kaarten</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Wat je exporteert</translation>
    </message>
    <message>
        <source>Choose folder …</source>
        <translation>Kies map …</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Bestandsnamen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Toon in map</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Cover, each difference close, claims with verdicts, and sources.</source>
        <translation>Omslag, elk verschil van dichtbij, beloftes met oordeel en bronnen.</translation>
    </message>
    <message>
        <source>The card in every format that is ticked.</source>
        <translation>De kaart in elk aangevinkt formaat.</translation>
    </message>
    <message>
        <source>Transparent layers to lay over footage of your own.</source>
        <translation>Doorzichtige lagen voor over je eigen beelden.</translation>
    </message>
    <message>
        <source>The card in motion, with a silent sound track.</source>
        <translation>De kaart in beweging, met een stil geluidsspoor.</translation>
    </message>
    <message>
        <source>Tick something first.</source>
        <translation>Vink eerst iets aan.</translation>
    </message>
    <message>
        <source>Replace the file that is there?</source>
        <translation>Het bestaande bestand vervangen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>File %1 of %2</source>
        <translation>Bestand %1 van %2</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % klaar</translation>
    </message>
    <message>
        <source>The card has nothing of what is ticked.</source>
        <translation>De kaart heeft niets van wat is aangevinkt.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in {folder}</source>
        <translation>
            <numerusform>%n bestand in {folder}</numerusform>
            <numerusform>%n bestanden in {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Er is niets geschreven.</translation>
    </message>
    <message>
        <source>%1 is in this folder already.</source>
        <translation>%1 staat al in deze map.</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) of these names are there too.</source>
        <translation>
            <numerusform>Nog %n bestand met zo’n naam staat er ook.</numerusform>
            <numerusform>Nog %n bestanden met zo’n naam staan er ook.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace the files that are there?</source>
        <translation>De bestaande bestanden vervangen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Gestopt. Er is niets geschreven.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Stopt …</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Format</source>
        <translation>Formaat</translation>
    </message>
</context>
<context>
    <name>FacePreview</name>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
</context>
<context>
    <name>FaceStage</name>
    <message>
        <source>Corners of the flat face</source>
        <translation>Hoeken van het vlak</translation>
    </message>
    <message>
        <source>Corner {number} of 4 at {place}</source>
        <translation>Hoek {number} van 4 op {place}</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Place in the clip</source>
        <translation>Plek in de clip</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>Eén beeld terug (,)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>Eén beeld verder (.)</translation>
    </message>
    <message>
        <source>Take this frame</source>
        <translation>Neem dit beeld</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Add to review</source>
        <translation>Aan review toevoegen</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Take the frames that show it (Space). Arrow keys step frame by frame.</source>
        <translation>Neem de beelden die het laten zien (spatie). Pijltjes gaan beeld voor beeld.</translation>
    </message>
    <message>
        <source>Frame at {time}: leave it out</source>
        <translation>Beeld op {time}: weglaten</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Open sample</source>
        <translation>Open voorbeeld</translation>
    </message>
    <message>
        <source>This library is open read-only: nothing can be changed.</source>
        <translation>Deze bibliotheek is alleen-lezen: je kunt niets wijzigen.</translation>
    </message>
    <message>
        <source>What they show.</source>
        <translation>Wat zij laten zien.</translation>
    </message>
    <message>
        <source>What you got.</source>
        <translation>Wat jij kreeg.</translation>
    </message>
    <message>
        <source>Start with the shop’s picture and one photo of your own. The rest follows.</source>
        <translation>Begin met de foto van de webshop en een eigen foto. De rest volgt vanzelf.</translation>
    </message>
    <message>
        <source>Webshop</source>
        <translation>Webshop</translation>
    </message>
    <message>
        <source>Drop the listing image</source>
        <translation>Sleep de aanbodfoto hierheen</translation>
    </message>
    <message>
        <source>Or paste a screenshot of the product page</source>
        <translation>Of plak een schermafdruk van de productpagina</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>Kies afbeelding</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Real life</source>
        <translation>In het echt</translation>
    </message>
    <message>
        <source>Drop your photos</source>
        <translation>Sleep je foto’s hierheen</translation>
    </message>
    <message>
        <source>Several at once, straight from your phone</source>
        <translation>Meerdere tegelijk, zo van je telefoon</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Kies foto’s</translation>
    </message>
    <message>
        <source>Look around in the sample review</source>
        <translation>Kijk rond in de voorbeeldreview</translation>
    </message>
    <message>
        <source>Hair-growth gummies: two pictures, their promises, a finished card</source>
        <translation>Haargroei-gummies: twee foto’s, hun beloften, een kaart die klaar is</translation>
    </message>
</context>
<context>
    <name>FrameDialog</name>
    <message>
        <source>Same size and middle</source>
        <translation>Zelfde grootte en midden</translation>
    </message>
    <message>
        <source>How it lies</source>
        <translation>Zo ligt het</translation>
    </message>
    <message>
        <source>Frame the card’s pictures so, too</source>
        <translation>Kadreer ook de kaart zo</translation>
    </message>
    <message>
        <source>Only made to look equally large: nothing is measured by it.</source>
        <translation>Alleen even groot getoond: hiermee wordt niets gemeten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Gebruiken</translation>
    </message>
    <message>
        <source>The preview appears with both products.</source>
        <translation>Het voorbeeld verschijnt zodra beide producten gevonden zijn.</translation>
    </message>
    <message>
        <source>Looking for the product …</source>
        <translation>Het product wordt gezocht …</translation>
    </message>
    <message>
        <source>Drag a box around the product on both pictures, or its corners. With the arrow keys it moves, with Shift its size changes.</source>
        <translation>Sleep op beide foto’s een kader om het product, of versleep de hoeken. Met de pijltjestoetsen verschuift het, met Shift erbij wordt het groter of kleiner.</translation>
    </message>
    <message>
        <source>All is alike there, so the box itself counts: draw it close.</source>
        <translation>Alles lijkt er op elkaar, dus het kader zelf telt: teken het krap.</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>Drag to renumber (Alt+Up, Alt+Down)</source>
        <translation>Sleep om te hernummeren (Alt+Omhoog, Alt+Omlaag)</translation>
    </message>
</context>
<context>
    <name>HandDialog</name>
    <message>
        <source>Align by hand</source>
        <translation>Met de hand uitlijnen</translation>
    </message>
    <message>
        <source>How it lies</source>
        <translation>Zo ligt het</translation>
    </message>
    <message>
        <source>Four corners</source>
        <translation>Vier hoeken</translation>
    </message>
    <message>
        <source>Begin with the corners of a flat face, and drag them</source>
        <translation>Begin met de hoeken van een vlakke kant en sleep ze</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Gebruiken</translation>
    </message>
    <message>
        <source>The preview appears with the fourth pair.</source>
        <translation>Het voorbeeld verschijnt bij het vierde paar.</translation>
    </message>
    <message>
        <source>These points can’t be one flat face. Move or remove one.</source>
        <translation>Deze punten kunnen geen vlakke kant zijn. Verzet of verwijder er een.</translation>
    </message>
    <message>
        <source>Now click the same spot on the photo.</source>
        <translation>Klik nu dezelfde plek op de foto aan.</translation>
    </message>
    <message>
        <source>Now click the same spot on the listing image.</source>
        <translation>Klik nu dezelfde plek op de aanbodfoto aan.</translation>
    </message>
    <message>
        <source>Click a spot on the listing image, then on the photo: %1 more.</source>
        <translation>Klik een plek op de aanbodfoto aan, dan op de foto: nog %1.</translation>
    </message>
    <message>
        <source>Four pairs always agree; a fifth shows how well.</source>
        <translation>Vier paren kloppen altijd; een vijfde laat zien hoe goed.</translation>
    </message>
    <message>
        <source>Drag a point to correct it; the arrow keys move it by a pixel.</source>
        <translation>Sleep een punt om het te verbeteren; pijltjes verzetten het een pixel.</translation>
    </message>
    <message>
        <source>Pair %1</source>
        <translation>Paar %1</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>slechtste</translation>
    </message>
    <message>
        <source>Remove this pair</source>
        <translation>Dit paar verwijderen</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>%1, undone</source>
        <translation>%1, ongedaan</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Pasted picture</source>
        <translation>Geplakte afbeelding</translation>
    </message>
    <message>
        <source>Choose listing images</source>
        <translation>Kies aanbodfoto’s</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Kies foto’s</translation>
    </message>
    <message>
        <source>Pictures, clips and saved pages</source>
        <translation>Foto’s, clips en bewaarde pagina’s</translation>
    </message>
    <message>
        <source>Pictures and clips</source>
        <translation>Foto’s en clips</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Afbeeldingen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
</context>
<context>
    <name>IntakeNotes</name>
    <message>
        <source>{name} has {megapixels} megapixels: you work on it at {width} × {height}. The original stays as it is.</source>
        <translation>{name} heeft {megapixels} megapixels: je werkt eraan op {width} × {height}. Het origineel blijft zoals het is.</translation>
    </message>
    <message>
        <source>{name} is in this review already.</source>
        <translation>{name} staat al in deze review.</translation>
    </message>
    <message>
        <source>{count} of these pictures are in this review already.</source>
        <translation>{count} van deze foto’s staan al in deze review.</translation>
    </message>
</context>
<context>
    <name>LibraryDeeds</name>
    <message>
        <source>“{name}” is in the trash</source>
        <translation>“{name}” ligt in de prullenbak</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n review(s) for good?</source>
        <translation>
            <numerusform>%n review voorgoed verwijderen?</numerusform>
            <numerusform>%n reviews voorgoed verwijderen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their pictures go too, unless another review uses them. No undo for this.</source>
        <translation>De foto’s gaan mee, tenzij een andere review ze gebruikt. Dit kun je niet ongedaan maken.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Voorgoed verwijderen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Reviews</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Naar de prullenbak</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>Unnamed product</source>
        <translation>Naamloos product</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s), none judged</source>
        <translation>
            <numerusform>%n belofte, nog open</numerusform>
            <numerusform>%n beloften, nog open</numerusform>
        </translation>
    </message>
    <message>
        <source>No claims yet</source>
        <translation>Nog geen beloften</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Search reviews</source>
        <translation>Reviews zoeken</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Back to the reviews</source>
        <translation>Terug naar de reviews</translation>
    </message>
    <message>
        <source>Fold the library</source>
        <translation>Bibliotheek inklappen</translation>
    </message>
    <message>
        <source>New review</source>
        <translation>Nieuwe review</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Andere bibliotheek openen</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Prullenbak legen</translation>
    </message>
    <message>
        <source>Unfold the library</source>
        <translation>Bibliotheek uitklappen</translation>
    </message>
    <message>
        <source>This library is open read-only: nothing can be changed.</source>
        <translation>Deze bibliotheek is alleen-lezen: je kunt niets wijzigen.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Show the trash</source>
        <translation>Prullenbak tonen</translation>
    </message>
    <message>
        <source>Open another library …</source>
        <translation>Andere bibliotheek openen …</translation>
    </message>
    <message>
        <source>Order and trash</source>
        <translation>Volgorde en prullenbak</translation>
    </message>
    <message>
        <source>Your reviews will be listed here. They stay on this computer.</source>
        <translation>Hier komen je reviews. Ze blijven op deze computer.</translation>
    </message>
    <message numerus="yes">
        <source>Trash · %n review(s)</source>
        <translation>
            <numerusform>Prullenbak · %n review</numerusform>
            <numerusform>Prullenbak · %n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message>
        <source>No review has “{words}”.</source>
        <translation>Geen review met “{words}”.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>De prullenbak is leeg.</translation>
    </message>
</context>
<context>
    <name>LibraryTrouble</name>
    <message>
        <source>This library is open elsewhere</source>
        <translation>Deze bibliotheek is elders open</translation>
    </message>
    <message>
        <source>This library can’t be opened</source>
        <translation>Deze bibliotheek gaat niet open</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Choose another …</source>
        <translation>Kies een andere …</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Alleen-lezen openen</translation>
    </message>
    <message>
        <source>Choose the folder of a library, or an empty one</source>
        <translation>Kies de map van een bibliotheek, of een lege map</translation>
    </message>
</context>
<context>
    <name>ListingForm</name>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Productnaam</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merk</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Barcode number (GTIN)</source>
        <translation>Streepjescode (GTIN)</translation>
    </message>
    <message>
        <source>These digits don’t add up. Compare them with the package.</source>
        <translation>Deze cijfers kloppen niet. Vergelijk ze met de verpakking.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadres</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Verkoper</translation>
    </message>
    <message>
        <source>Who praised it</source>
        <translation>Wie prees het aan</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Gezien op</translation>
    </message>
    <message>
        <source>Write a day like 24 Nov 2026, or pick it.</source>
        <translation>Schrijf een dag zoals 24 nov 2026, of kies er een.</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>Hashtags</translation>
    </message>
    <message>
        <source>Fetch the page at this address</source>
        <translation>Haal de pagina op dit adres op</translation>
    </message>
    <message>
        <source>Disclosed as an ad</source>
        <translation>Als reclame gemeld</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Niet bekeken</translation>
    </message>
    <message>
        <source>Currency of the price</source>
        <translation>Munt van de prijs</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prijs</translation>
    </message>
    <message>
        <source>Write an amount like %1.</source>
        <translation>Schrijf een bedrag zoals %1.</translation>
    </message>
    <message>
        <source>This doesn’t look like a web address. It is kept as it is.</source>
        <translation>Dit lijkt niet op een webadres. Het blijft staan zoals het is.</translation>
    </message>
</context>
<context>
    <name>ListingPicker</name>
    <message>
        <source>Which listing</source>
        <translation>Welk aanbod</translation>
    </message>
    <message>
        <source>Where it was offered</source>
        <translation>Waar het werd aangeboden</translation>
    </message>
    <message>
        <source>Add another place where it was offered</source>
        <translation>Nog een plek toevoegen waar het werd aangeboden</translation>
    </message>
    <message>
        <source>Remove this listing</source>
        <translation>Dit aanbod verwijderen</translation>
    </message>
</context>
<context>
    <name>LooksBar</name>
    <message>
        <source>Align</source>
        <translation>Uitlijnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>More ways to compare</source>
        <translation>Meer manieren om te vergelijken</translation>
    </message>
    <message>
        <source>Align again</source>
        <translation>Opnieuw uitlijnen</translation>
    </message>
    <message>
        <source>How much of the photo shows</source>
        <translation>Hoeveel je van de foto ziet</translation>
    </message>
    <message>
        <source>Where the line is</source>
        <translation>Waar de lijn staat</translation>
    </message>
    <message>
        <source>How fast it blinks</source>
        <translation>Hoe snel het wisselt</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Leave without saving?</source>
        <translation>Weggaan zonder op te slaan?</translation>
    </message>
    <message>
        <source>Your last changes would be lost. {problem}</source>
        <translation>Je laatste wijzigingen gaan dan verloren. {problem}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Weggaan</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>MarkPanel</name>
    <message>
        <source>Mark</source>
        <translation>Markering</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n markering</numerusform>
            <numerusform>%n markeringen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss all</source>
        <translation>Alles sluiten</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n melding</numerusform>
            <numerusform>%n meldingen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingOpen</name>
    <message>
        <source>New review</source>
        <translation>Nieuwe review</translation>
    </message>
    <message>
        <source>Choose a review at the left</source>
        <translation>Kies links een review</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This library is open read-only: look around, nothing can be changed.</source>
        <translation>Deze bibliotheek is alleen-lezen: rondkijken mag, wijzigen niet.</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Andere bibliotheek openen</translation>
    </message>
</context>
<context>
    <name>NumberingMenu</name>
    <message>
        <source>Discs show</source>
        <translation>Op de schijven</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Begint bij</translation>
    </message>
</context>
<context>
    <name>OverlaysPage</name>
    <message>
        <source>Numbers on the pictures</source>
        <translation>Nummers op de foto’s</translation>
    </message>
    <message>
        <source>Labels and texts</source>
        <translation>Labels en teksten</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>Stempels</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>All of them in one picture</source>
        <translation>Alles samen in één afbeelding</translation>
    </message>
    <message>
        <source>A picture of its own for</source>
        <translation>Een eigen afbeelding voor</translation>
    </message>
</context>
<context>
    <name>PageForm</name>
    <message>
        <source>Product name</source>
        <translation>Productnaam</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merk</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prijs</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Verkoper</translation>
    </message>
    <message>
        <source>Barcode number (GTIN)</source>
        <translation>Streepjescode (GTIN)</translation>
    </message>
    <message>
        <source>Article number (SKU)</source>
        <translation>Artikelnummer (SKU)</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadres</translation>
    </message>
    <message>
        <source>Currency of the price</source>
        <translation>Munt van de prijs</translation>
    </message>
    <message>
        <source>A suggestion: compare it with the page.</source>
        <translation>Een suggestie: vergelijk met de pagina.</translation>
    </message>
    <message>
        <source>Not on the page</source>
        <translation>Niet op de pagina</translation>
    </message>
    <message>
        <source>Write an amount like %1.</source>
        <translation>Schrijf een bedrag zoals %1.</translation>
    </message>
</context>
<context>
    <name>PageGallery</name>
    <message>
        <source>Load previews</source>
        <translation>Voorbeelden laden</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Foto’s</translation>
    </message>
    <message>
        <source>The page shows no picture of the product.</source>
        <translation>De pagina toont geen foto van het product.</translation>
    </message>
</context>
<context>
    <name>PagePromises</name>
    <message>
        <source>Tick all</source>
        <translation>Alles aanvinken</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Beloften</translation>
    </message>
    <message>
        <source>The page makes no promise in words. Add claims by hand later.</source>
        <translation>De pagina belooft niets in woorden. Voeg beloften later zelf toe.</translation>
    </message>
    <message>
        <source>Tick what you want to check: it becomes a claim, word for word.</source>
        <translation>Vink aan wat je wilt nagaan: het wordt een belofte, woord voor woord.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search actions and reviews</source>
        <translation>Acties en reviews zoeken</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Wat wil je doen?</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Niets heet zo.</translation>
    </message>
</context>
<context>
    <name>PictureBoard</name>
    <message>
        <source>Choose pictures</source>
        <translation>Kies afbeeldingen</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Kies foto’s</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Webshop</source>
        <translation>Webshop</translation>
    </message>
    <message>
        <source>Drop the listing image</source>
        <translation>Sleep de aanbodfoto hierheen</translation>
    </message>
    <message>
        <source>Real life</source>
        <translation>In het echt</translation>
    </message>
    <message>
        <source>Drop your photos</source>
        <translation>Sleep je foto’s hierheen</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Waar die vandaan komt</translation>
    </message>
    <message>
        <source>Listing images</source>
        <translation>Aanbodfoto’s</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto’s</translation>
    </message>
    <message>
        <source>A screenshot is fine, and so is the saved page or its web address.</source>
        <translation>Een schermafbeelding mag, en ook de bewaarde pagina of het webadres.</translation>
    </message>
    <message>
        <source>Several at once, straight from your phone. Clips, too.</source>
        <translation>Meer tegelijk, zo van je telefoon. Clips ook.</translation>
    </message>
    <message>
        <source>Compare this one</source>
        <translation>Vergelijk deze</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>The compared picture is the one on the card. Double click another to change.</source>
        <translation>De vergeleken foto komt op de kaart. Wissel met dubbelklik.</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 weggehaald</translation>
    </message>
</context>
<context>
    <name>PictureDelegate</name>
    <message>
        <source>Compared</source>
        <translation>Vergeleken</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Listing images</source>
        <translation>Aanbodfoto’s</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto’s</translation>
    </message>
    <message>
        <source>Compare this one</source>
        <translation>Vergelijk deze</translation>
    </message>
    <message>
        <source>Where it comes from …</source>
        <translation>Waar het vandaan komt …</translation>
    </message>
    <message>
        <source>Find this picture</source>
        <translation>Zoek deze foto</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weghalen</translation>
    </message>
</context>
<context>
    <name>PictureHeader</name>
    <message>
        <source>Compare another picture</source>
        <translation>Vergelijk een andere foto</translation>
    </message>
    <message>
        <source>Listing image · %1</source>
        <translation>Aanbodfoto · %1</translation>
    </message>
    <message>
        <source>Photo · %1</source>
        <translation>Foto · %1</translation>
    </message>
    <message>
        <source>%1, adjusted</source>
        <translation>%1, bijgewerkt</translation>
    </message>
</context>
<context>
    <name>PictureModel</name>
    <message>
        <source>Compared</source>
        <translation>Vergeleken</translation>
    </message>
</context>
<context>
    <name>PicturePair</name>
    <message>
        <source>Webshop</source>
        <translation>Webshop</translation>
    </message>
    <message>
        <source>Real life</source>
        <translation>In het echt</translation>
    </message>
</context>
<context>
    <name>PictureSide</name>
    <message>
        <source>Add the listing image</source>
        <translation>Voeg de aanbodfoto toe</translation>
    </message>
    <message>
        <source>Add your photo</source>
        <translation>Voeg je foto toe</translation>
    </message>
    <message>
        <source>Drop it here, or choose the file.</source>
        <translation>Sleep hem hierheen, of kies het bestand.</translation>
    </message>
    <message>
        <source>Choose picture…</source>
        <translation>Kies afbeelding…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>This picture can’t be shown.</source>
        <translation>Deze foto kan niet getoond worden.</translation>
    </message>
</context>
<context>
    <name>PlaceRows</name>
    <message>
        <source>Place, in picture pixels</source>
        <translation>Plek, in fotopixels</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Verschilt</translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Stijl</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Stijlen</translation>
    </message>
    <message>
        <source>Name of this look</source>
        <translation>Naam van deze stijl</translation>
    </message>
    <message>
        <source>Keep, rename or delete a look</source>
        <translation>Stijl bewaren, hernoemen of verwijderen</translation>
    </message>
    <message>
        <source>Keep this look as …</source>
        <translation>Bewaar deze stijl als …</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Hernoemen …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Replace “%1”</source>
        <translation>“%1” vervangen</translation>
    </message>
    <message>
        <source>Another look has this name.</source>
        <translation>Een andere stijl heeft deze naam.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n picture(s)</source>
        <translation>
            <numerusform>{done} van %n foto</numerusform>
            <numerusform>{done} van %n foto’s</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Stoppen …</translation>
    </message>
</context>
<context>
    <name>ProofList</name>
    <message>
        <source>Add receipt</source>
        <translation>Bon toevoegen</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Receipts and saved pages stay private: they are never put on a card.</source>
        <translation>Bonnen en bewaarde pagina’s blijven privé: ze komen nooit op een kaart.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Afbeeldingen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>Choose receipts</source>
        <translation>Kies bonnen</translation>
    </message>
</context>
<context>
    <name>ProofRow</name>
    <message>
        <source>Where {name} comes from</source>
        <translation>Waar {name} vandaan komt</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} weghalen</translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message>
        <source>Dismiss all</source>
        <translation>Alles weg</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Voorstellen</translation>
    </message>
    <message>
        <source>This looks like another product.</source>
        <translation>Dit lijkt een ander product.</translation>
    </message>
    <message>
        <source>This looks like another variant: see the orange frames.</source>
        <translation>Dit lijkt een andere variant: zie de oranje kaders.</translation>
    </message>
    <message>
        <source>This looks like another variant.</source>
        <translation>Dit lijkt een andere variant.</translation>
    </message>
</context>
<context>
    <name>ProposalRow</name>
    <message>
        <source>Accept and write a note</source>
        <translation>Aannemen en een notitie schrijven</translation>
    </message>
    <message>
        <source>Accept: number it</source>
        <translation>Overnemen: nummeren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>duidelijk</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>waarschijnlijk</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>misschien</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Schijf</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Map:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Soort bestand:</translation>
    </message>
</context>
<context>
    <name>ReadyList</name>
    <message>
        <source>Move inside</source>
        <translation>Weer in beeld</translation>
    </message>
    <message>
        <source>Frame both pictures and order the numbers automatically again.</source>
        <translation>Kader beide foto&apos;s en orden de nummers weer automatisch.</translation>
    </message>
    <message>
        <source>Checked as soon as there is a card.</source>
        <translation>Wordt nagekeken zodra er een kaart is.</translation>
    </message>
</context>
<context>
    <name>RefusalPanel</name>
    <message>
        <source>Align by hand</source>
        <translation>Met de hand uitlijnen</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>Even groot</translation>
    </message>
    <message>
        <source>Not aligned</source>
        <translation>Niet uitgelijnd</translation>
    </message>
</context>
<context>
    <name>Rulers</name>
    <message>
        <source>Millimetres or pixels</source>
        <translation>Millimeters of pixels</translation>
    </message>
    <message>
        <source>Pixels; millimetres once something of known size is measured</source>
        <translation>Pixels; millimeters zodra er iets met een bekende maat gemeten is</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Saved</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Bewaren …</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Alleen-lezen</translation>
    </message>
    <message>
        <source>This library is open read-only: nothing can be changed.</source>
        <translation>Deze bibliotheek is alleen-lezen: je kunt niets wijzigen.</translation>
    </message>
    <message>
        <source>Every change is kept in the library by itself.</source>
        <translation>Elke wijziging wordt vanzelf in de bibliotheek bewaard.</translation>
    </message>
</context>
<context>
    <name>SeenDialog</name>
    <message>
        <source>Seen before</source>
        <translation>Eerder gezien</translation>
    </message>
    <message>
        <source>The same picture, whole or in part, is in these reviews as well.</source>
        <translation>Dezelfde foto, of een deel ervan, staat ook in deze reviews.</translation>
    </message>
    <message>
        <source>This picture is in no other review.</source>
        <translation>Deze foto staat in geen andere review.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Unnamed product</source>
        <translation>Naamloos product</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} openen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>@your.handle</source>
        <translation>@jouw.naam</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Minder beweging</translation>
    </message>
    <message>
        <source>Your look on cards …</source>
        <translation>Jouw stijl op kaarten …</translation>
    </message>
    <message>
        <source>Library: {folder}</source>
        <translation>Bibliotheek: {folder}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Your handle, for cards</source>
        <translation>Je accountnaam, voor op kaarten</translation>
    </message>
    <message>
        <source>The library is open read-only: these count until you close claimcheck.</source>
        <translation>De bibliotheek is alleen-lezen: dit geldt tot je claimcheck sluit.</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>New key for “%1”</source>
        <translation>Nieuwe toets voor “%1”</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Hier gebruiken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Geen toets</translation>
    </message>
    <message>
        <source>Click to choose another key</source>
        <translation>Klik om een andere toets te kiezen</translation>
    </message>
    <message>
        <source>%1 is in use: %2.</source>
        <translation>%1 is al in gebruik: %2.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles herstellen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Always the same</source>
        <translation>Altijd hetzelfde</translation>
    </message>
</context>
<context>
    <name>SizeClaim</name>
    <message>
        <source>No claims yet: quote one in step 4.</source>
        <translation>Nog geen beloften: citeer er een in stap 4.</translation>
    </message>
    <message>
        <source>Measure what this claim promises.</source>
        <translation>Meet wat deze belofte noemt.</translation>
    </message>
    <message>
        <source>Measured in the photo by %1</source>
        <translation>Gemeten op de foto met %1</translation>
    </message>
</context>
<context>
    <name>SizeDialog</name>
    <message>
        <source>Measure sizes</source>
        <translation>Maten meten</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Schaal</translation>
    </message>
    <message>
        <source>What a click sets</source>
        <translation>Wat een klik zet</translation>
    </message>
    <message>
        <source>Finish the area (Enter)</source>
        <translation>Vlak sluiten (Enter)</translation>
    </message>
    <message>
        <source>Looking for the rim …</source>
        <translation>De rand zoeken …</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Lengte</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Hoek</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Vlak</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>Click both ends of what to measure.</source>
        <translation>Klik beide uiteinden aan van wat je meet.</translation>
    </message>
    <message>
        <source>Click an end, the corner, and the other end.</source>
        <translation>Klik een uiteinde, de hoek en het andere uiteinde aan.</translation>
    </message>
    <message>
        <source>Click around the area, then press Enter.</source>
        <translation>Klik rond het vlak en druk dan op Enter.</translation>
    </message>
    <message>
        <source>Click each one; Delete takes the last one clicked out.</source>
        <translation>Klik elk stuk aan; Delete haalt het laatst aangeklikte weg.</translation>
    </message>
    <message>
        <source>Click five points or more on the coin’s rim.</source>
        <translation>Klik vijf of meer punten op de rand van de munt aan.</translation>
    </message>
    <message>
        <source>Give the line’s length, then click its two ends.</source>
        <translation>Geef de lengte van de lijn, klik dan beide uiteinden aan.</translation>
    </message>
    <message>
        <source>Click its four corners, going round.</source>
        <translation>Klik de vier hoeken rondgaand aan.</translation>
    </message>
    <message>
        <source>Without it, figures are in pixels.</source>
        <translation>Zonder dat zijn de cijfers in pixels.</translation>
    </message>
    <message>
        <source>A line shows no tilt: measure only beside it.</source>
        <translation>Een lijn toont geen kanteling: meet alleen ernaast.</translation>
    </message>
    <message>
        <source>Tilted %1°, taken into account. Only what lies in its plane counts.</source>
        <translation>%1° gekanteld, meegerekend. Alleen wat in dit vlak ligt, telt.</translation>
    </message>
</context>
<context>
    <name>SizeSide</name>
    <message>
        <source>What of known size lies in the photo</source>
        <translation>Wat van bekende maat op de foto ligt</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Lengte</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breedte</translation>
    </message>
    <message>
        <source>The claim that the figures are about</source>
        <translation>De belofte waar de cijfers over gaan</translation>
    </message>
    <message>
        <source>Use this verdict</source>
        <translation>Dit oordeel gebruiken</translation>
    </message>
    <message>
        <source>Draw the lengths on the photo</source>
        <translation>Lengtes op de foto tekenen</translation>
    </message>
    <message>
        <source>Known size in the photo</source>
        <translation>Bekende maat op de foto</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemeten</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Beloofd</translation>
    </message>
    <message>
        <source>beyond the horizon</source>
        <translation>voorbij de horizon</translation>
    </message>
    <message>
        <source>Remove this measurement</source>
        <translation>Deze meting verwijderen</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message numerus="yes">
        <source>Drop %n listing image(s)</source>
        <translation>
            <numerusform>Laat %n aanbodfoto los</numerusform>
            <numerusform>Laat %n aanbodfoto’s los</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop %n photo(s)</source>
        <translation>
            <numerusform>Laat %n foto los</numerusform>
            <numerusform>Laat %n foto’s los</numerusform>
        </translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Gesleepte afbeelding</translation>
    </message>
</context>
<context>
    <name>StampRows</name>
    <message>
        <source>Stamp</source>
        <translation>Stempel</translation>
    </message>
    <message>
        <source>Words on the stamp</source>
        <translation>Woorden op de stempel</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Verschilt</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Own picture …</source>
        <translation>Eigen plaatje …</translation>
    </message>
    <message numerus="yes">
        <source>Remove this picture and %n stamp(s) that show it</source>
        <translation>
            <numerusform>Deze afbeelding verwijderen, met %n stempel die haar toont</numerusform>
            <numerusform>Deze afbeelding verwijderen, met %n stempels die haar tonen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Afbeeldingen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>Choose a picture for a stamp</source>
        <translation>Kies een plaatje voor een stempel</translation>
    </message>
</context>
<context>
    <name>StyleRows</name>
    <message>
        <source>On a picture of 1000 pixels; it grows with the picture.</source>
        <translation>Op een foto van 1000 pixels; het groeit met de foto mee.</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Curved</source>
        <translation>Gebogen</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Lettertype</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gevuld</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schaduw</translation>
    </message>
    <message>
        <source>Solid: what lies below never leaves this computer.</source>
        <translation>Dekkend: wat eronder ligt verlaat deze computer nooit.</translation>
    </message>
    <message>
        <source>Decorative, can be reversed: never use it to hide a name or a face.</source>
        <translation>Versiering, is terug te draaien: verberg er nooit een naam of gezicht mee.</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message numerus="yes">
        <source>%n picture(s) of these are in other reviews already.</source>
        <translation>
            <numerusform>%n van deze foto’s staat al in een andere review.</numerusform>
            <numerusform>%n van deze foto’s staan al in andere reviews.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Picture {size}</source>
        <translation>Foto {size}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>ToolRail</name>
    <message>
        <source>%1: not in a library opened read-only</source>
        <translation>%1: niet in een bibliotheek die alleen-lezen is</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>This library is open read-only: nothing can be changed.</source>
        <translation>Deze bibliotheek is alleen-lezen: je kunt niets wijzigen.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Niets om ongedaan te maken</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Niets om opnieuw te doen</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Not possible here now: %1.</source>
        <translation>Kan hier nu niet: %1.</translation>
    </message>
</context>
<context>
    <name>WordsEditor</name>
    <message>
        <source>Words on the card</source>
        <translation>Woorden op de kaart</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Linked</source>
        <translation>Gekoppeld</translation>
    </message>
</context>
<context>
    <name>_CheckRow</name>
    <message>
        <source>Fine</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Kijk hiernaar</translation>
    </message>
</context>
<context>
    <name>_SmallPicture</name>
    <message>
        <source>No listing image yet</source>
        <translation>Nog geen aanbodfoto</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>Nog geen foto</translation>
    </message>
</context>
<context>
    <name>alignment</name>
    <message>
        <source>One picture shows nothing to find.</source>
        <translation>Op één foto is niets te vinden.</translation>
    </message>
    <message>
        <source>One picture is too small to find anything in.</source>
        <translation>Eén foto is te klein om iets in te vinden.</translation>
    </message>
    <message>
        <source>Both pictures are the same file.</source>
        <translation>Beide foto’s zijn hetzelfde bestand.</translation>
    </message>
    <message>
        <source>The listing’s product isn’t found in the photo.</source>
        <translation>Het product uit het aanbod is niet op de foto gevonden.</translation>
    </message>
    <message>
        <source>What was found can’t be a product before a camera.</source>
        <translation>Wat gevonden is, kan geen product voor een camera zijn.</translation>
    </message>
    <message>
        <source>Something alike is there, but its print differs.</source>
        <translation>Er is iets dat erop lijkt, maar de opdruk verschilt.</translation>
    </message>
    <message>
        <source>All that matches is on one spot, so the rest may be off.</source>
        <translation>Alles wat overeenkomt, zit op één plek; de rest kan dus verkeerd liggen.</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>Webshop</source>
        <translation>Webshop</translation>
    </message>
    <message>
        <source>Real life</source>
        <translation>In het echt</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>What they show. What you got.</source>
        <translation>Wat zij laten zien. Wat jij kreeg.</translation>
    </message>
    <message>
        <source>REAL LIFE</source>
        <translation>IN HET ECHT</translation>
    </message>
    <message>
        <source>EXPECTATION</source>
        <translation>VERWACHTING</translation>
    </message>
    <message>
        <source>REALITY</source>
        <translation>REALITEIT</translation>
    </message>
    <message>
        <source>Instead: {what}</source>
        <translation>Liever: {what}</translation>
    </message>
    <message>
        <source>+{count} more</source>
        <translation>en nog {count}</translation>
    </message>
    <message>
        <source>HOLDS</source>
        <translation>KLOPT</translation>
    </message>
    <message>
        <source>PARTLY</source>
        <translation>DEELS</translation>
    </message>
    <message>
        <source>MISLEADING</source>
        <translation>MISLEIDEND</translation>
    </message>
    <message>
        <source>FALSE</source>
        <translation>ONWAAR</translation>
    </message>
    <message>
        <source>UNPROVEN</source>
        <translation>ONBEWEZEN</translation>
    </message>
    <message>
        <source>WEBSHOP</source>
        <translation>WEBSHOP</translation>
    </message>
    <message>
        <source>TIKTOK SHOP</source>
        <translation>TIKTOK SHOP</translation>
    </message>
    <message>
        <source>INSTAGRAM</source>
        <translation>INSTAGRAM</translation>
    </message>
    <message>
        <source>POST</source>
        <translation>POST</translation>
    </message>
    <message>
        <source>AD</source>
        <translation>RECLAME</translation>
    </message>
    <message>
        <source>MARKETPLACE</source>
        <translation>ONLINE MARKT</translation>
    </message>
    <message>
        <source>ONLINE</source>
        <translation>ONLINE</translation>
    </message>
    <message>
        <source>Other colour</source>
        <translation>Andere kleur</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>Andere maat</translation>
    </message>
    <message>
        <source>Other shape</source>
        <translation>Andere vorm</translation>
    </message>
    <message>
        <source>Other material</source>
        <translation>Ander materiaal</translation>
    </message>
    <message>
        <source>Other contents</source>
        <translation>Andere inhoud</translation>
    </message>
    <message>
        <source>Other print</source>
        <translation>Andere opdruk</translation>
    </message>
    <message>
        <source>Other packaging</source>
        <translation>Andere verpakking</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschadigd</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>deinfluencing claimcheck</source>
        <translation>deinfluencing claimcheck</translation>
    </message>
    <message>
        <source>Alt text</source>
        <translation>Alt-tekst</translation>
    </message>
    <message>
        <source>How {product} is sold, and beside or below it a photo of what came.</source>
        <translation>Hoe {product} wordt verkocht, en ernaast of eronder een foto van wat er kwam.</translation>
    </message>
    <message>
        <source>Marked are: {differences}.</source>
        <translation>Gemarkeerd zijn: {differences}.</translation>
    </message>
    <message>
        <source>The claim {quote} is stamped {verdict}.</source>
        <translation>De belofte {quote} krijgt het stempel {verdict}.</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>het product</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>seen {date}</source>
        <translation>gezien {date}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>zelf gemaakt</translation>
    </message>
    <message>
        <source>taken {date}</source>
        <translation>gemaakt {date}</translation>
    </message>
    <message>
        <source>How it was tested</source>
        <translation>Hoe het is getest</translation>
    </message>
    <message>
        <source>Pictures unchanged</source>
        <translation>Foto’s onveranderd</translation>
    </message>
    <message>
        <source>Both pictures: {done}</source>
        <translation>Beide foto’s: {done}</translation>
    </message>
    <message>
        <source>Listing image: {done}</source>
        <translation>Aanbodfoto: {done}</translation>
    </message>
    <message>
        <source>Photo: {done}</source>
        <translation>Foto: {done}</translation>
    </message>
    <message>
        <source>perspective corrected</source>
        <translation>perspectief gecorrigeerd</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>gespiegeld</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>gedraaid</translation>
    </message>
    <message>
        <source>straightened</source>
        <translation>rechtgezet</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>bijgesneden</translation>
    </message>
    <message>
        <source>parts made unreadable</source>
        <translation>delen onleesbaar gemaakt</translation>
    </message>
    <message>
        <source>both shown equally large</source>
        <translation>beide even groot getoond</translation>
    </message>
    <message>
        <source>colours unchanged</source>
        <translation>kleuren onveranderd</translation>
    </message>
    <message>
        <source>colours measured: {how}</source>
        <translation>kleuren gemeten: {how}</translation>
    </message>
    <message>
        <source>uncalibrated</source>
        <translation>niet gekalibreerd</translation>
    </message>
    <message>
        <source>white balance from a neutral patch</source>
        <translation>witbalans van een grijs vlak</translation>
    </message>
    <message>
        <source>white balance from white paper</source>
        <translation>witbalans van wit papier</translation>
    </message>
    <message>
        <source>fitted to a colour chart</source>
        <translation>aangepast aan een kleurenkaart</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>the title</source>
        <translation>de titel</translation>
    </message>
    <message>
        <source>the quoted claim</source>
        <translation>de geciteerde belofte</translation>
    </message>
    <message>
        <source>the reasoning</source>
        <translation>de uitleg</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>de bron</translation>
    </message>
    <message>
        <source>handle and date</source>
        <translation>accountnaam en datum</translation>
    </message>
    <message>
        <source>what was done to the pictures</source>
        <translation>wat er met de foto’s is gedaan</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>de datum</translation>
    </message>
    <message>
        <source>the left label</source>
        <translation>het linkerlabel</translation>
    </message>
    <message>
        <source>the right label</source>
        <translation>het rechterlabel</translation>
    </message>
    <message>
        <source>the listing’s price</source>
        <translation>de prijs van het aanbod</translation>
    </message>
    <message>
        <source>a claim with a verdict</source>
        <translation>een belofte met een oordeel</translation>
    </message>
    <message>
        <source>the number of other differences</source>
        <translation>het aantal andere verschillen</translation>
    </message>
    <message>
        <source>the listing image</source>
        <translation>de aanbodfoto</translation>
    </message>
    <message>
        <source>the photo</source>
        <translation>de foto</translation>
    </message>
    <message>
        <source>the stamp</source>
        <translation>de stempel</translation>
    </message>
    <message>
        <source>the upper word</source>
        <translation>het bovenste woord</translation>
    </message>
    <message>
        <source>the lower word</source>
        <translation>het onderste woord</translation>
    </message>
    <message>
        <source>stamp {number}</source>
        <translation>stempel {number}</translation>
    </message>
    <message>
        <source>number {number} of the notes</source>
        <translation>nummer {number} bij de notities</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>Chinese karakters</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>Devanagari</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreaans</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebreeuws</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japans</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thais</translation>
    </message>
    <message>
        <source>Every text fits</source>
        <translation>Elke tekst past</translation>
    </message>
    <message>
        <source>Shortened: {part}. Use fewer words.</source>
        <translation>Ingekort: {part}. Gebruik minder woorden.</translation>
    </message>
    <message>
        <source>Empty boxes instead of letters: {part}. Install a font that has them, or write it otherwise.</source>
        <translation>Lege vakjes in plaats van letters: {part}. Installeer een lettertype dat ze heeft, of schrijf het anders.</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Niets weggelaten</translation>
    </message>
    <message>
        <source>Every marked spot is in view</source>
        <translation>Elke gemarkeerde plek in beeld</translation>
    </message>
    <message>
        <source>Not to scale: nothing of known size on {part}.</source>
        <translation>Niet op schaal: niets van bekende maat op {part}.</translation>
    </message>
    <message>
        <source>Not known: {part}.</source>
        <translation>Niet bekend: {part}.</translation>
    </message>
    <message>
        <source>Pictures are large enough</source>
        <translation>Foto’s zijn groot genoeg</translation>
    </message>
    <message>
        <source>Enlarged over 4 times: {part}. A larger one is sharper.</source>
        <translation>Meer dan 4 keer vergroot: {part}. Een grotere is scherper.</translation>
    </message>
    <message>
        <source>Everything inside the safe area</source>
        <translation>Alles binnen de veilige zone</translation>
    </message>
    <message>
        <source>Outside the safe area: {part}.</source>
        <translation>Buiten het veilige gebied: {part}.</translation>
    </message>
    <message>
        <source>Nothing lies on top of each other</source>
        <translation>Niets ligt over elkaar</translation>
    </message>
    <message>
        <source>On top of each other: {part} and {other}.</source>
        <translation>Over elkaar: {part} en {other}.</translation>
    </message>
    <message>
        <source>Every letter is large enough</source>
        <translation>Alle letters zijn groot genoeg</translation>
    </message>
    <message>
        <source>Too small for a phone: {part}.</source>
        <translation>Te klein voor een telefoon: {part}.</translation>
    </message>
    <message>
        <source>Every text stands out</source>
        <translation>Elke tekst valt op</translation>
    </message>
    <message>
        <source>Hard to tell from what is under it: {part}.</source>
        <translation>Valt weg tegen de achtergrond: {part}.</translation>
    </message>
    <message>
        <source>No location, no camera data</source>
        <translation>Geen locatie, geen cameragegevens</translation>
    </message>
    <message>
        <source>the ruler</source>
        <translation>de liniaal</translation>
    </message>
    <message>
        <source>note {number}</source>
        <translation>tekst {number}</translation>
    </message>
    <message>
        <source>No room for {part}. Use fewer words, another format or a carousel.</source>
        <translation>Geen plek voor {part}. Gebruik minder woorden, een ander formaat of een carrousel.</translation>
    </message>
    <message>
        <source>Not in view: {part}. Try another template or format, or point out fewer differences.</source>
        <translation>Niet in beeld: {part}. Probeer een ander sjabloon of formaat, of wijs minder verschillen aan.</translation>
    </message>
    <message>
        <source>Far from its spot: {part}. The app’s buttons lie there: drag the picture up, or take another format.</source>
        <translation>Ver van zijn plek: {part}. Daar zitten app-knoppen: sleep de foto omhoog, of neem een ander formaat.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n verschil</numerusform>
            <numerusform>%n verschillen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n belofte</numerusform>
            <numerusform>%n beloftes</numerusform>
        </translation>
    </message>
    <message>
        <source>claim {number}</source>
        <translation>belofte {number}</translation>
    </message>
    <message>
        <source>the reasoning of claim {number}</source>
        <translation>de toelichting bij belofte {number}</translation>
    </message>
    <message>
        <source>number {number} on the listing image</source>
        <translation>nummer {number} op de aanbodfoto</translation>
    </message>
    <message>
        <source>number {number} on the photo</source>
        <translation>nummer {number} op de foto</translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>no visible difference</source>
        <translation>geen zichtbaar verschil</translation>
    </message>
    <message>
        <source>hardly different</source>
        <translation>nauwelijks anders</translation>
    </message>
    <message>
        <source>visibly different</source>
        <translation>zichtbaar anders</translation>
    </message>
    <message>
        <source>clearly different</source>
        <translation>duidelijk anders</translation>
    </message>
    <message>
        <source>another colour</source>
        <translation>een andere kleur</translation>
    </message>
    <message>
        <source>uncalibrated</source>
        <translation>niet gekalibreerd</translation>
    </message>
    <message>
        <source>white balance from a neutral patch</source>
        <translation>witbalans van een neutraal vlak</translation>
    </message>
    <message>
        <source>white balance from white paper</source>
        <translation>witbalans van wit papier</translation>
    </message>
    <message>
        <source>colours fitted to a chart of 24 patches</source>
        <translation>kleuren afgestemd op een kaart met 24 vakken</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{file} is not there any more. Check the name, or choose the file again.</source>
        <translation>{file} is er niet meer. Kijk de naam na, of kies het bestand opnieuw.</translation>
    </message>
    <message>
        <source>{file} is empty (0 bytes). Copy it from your phone or download it again.</source>
        <translation>{file} is leeg (0 bytes). Kopieer het bestand opnieuw van je telefoon, of download het opnieuw.</translation>
    </message>
    <message>
        <source>{file} can’t be read. Check that you may open it, then try again.</source>
        <translation>{file} is niet te lezen. Kijk of je het mag openen en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose the pictures inside it.</source>
        <translation>{file} is een map. Kies de foto’s die erin zitten.</translation>
    </message>
    <message>
        <source>{file} took too long to open, so that was stopped. Try again when the computer is less busy; if that doesn’t help, copy the file again from where it came.</source>
        <translation>Het openen van {file} duurde te lang en is gestopt. Probeer het opnieuw als de computer het minder druk heeft; helpt dat niet, kopieer het bestand dan opnieuw van waar het vandaan komt.</translation>
    </message>
    <message>
        <source>{file} is damaged: it stops or breaks off halfway. Copy it again from where it came.</source>
        <translation>{file} is beschadigd: het bestand breekt halverwege af. Kopieer het opnieuw van waar het vandaan kwam.</translation>
    </message>
    <message>
        <source>{file} is not a picture that claimcheck knows. Use JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or BMP.</source>
        <translation>{file} is geen afbeelding die claimcheck kent. Gebruik JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF of BMP.</translation>
    </message>
    <message>
        <source>{file} is a {format} file, which claimcheck doesn’t open. Save it as JPEG or PNG first.</source>
        <translation>{file} is een {format}-bestand, dat opent claimcheck niet. Bewaar het eerst als JPEG of PNG.</translation>
    </message>
    <message>
        <source>{file} has {megapixels} megapixels; claimcheck opens up to {limit}. Save a smaller copy and use that.</source>
        <translation>{file} heeft {megapixels} megapixels; claimcheck opent er hooguit {limit}. Bewaar een kleinere kopie en gebruik die.</translation>
    </message>
    <message>
        <source>{file} is only {width} × {height} pixels. Use a picture of at least {limit} × {limit}.</source>
        <translation>{file} is maar {width} × {height} pixels. Gebruik een afbeelding van minstens {limit} × {limit}.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {file}. Close other programs, or save a smaller copy and use that.</source>
        <translation>Er is te weinig geheugen om {file} te openen. Sluit andere programma’s, of bewaar een kleinere kopie en gebruik die.</translation>
    </message>
    <message>
        <source>The disk is full: {file} was not written. Make room, then try again.</source>
        <translation>De schijf is vol: {file} is niet bewaard. Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} can’t be written: the folder is read-only. Choose another folder.</source>
        <translation>{file} kan niet bewaard worden: de map is alleen-lezen. Kies een andere map.</translation>
    </message>
    <message>
        <source>{file} can’t be written: the folder is not there. Choose another folder.</source>
        <translation>{file} kan niet bewaard worden: de map is er niet. Kies een andere map.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}). Nothing was left half-written; try again or choose another folder.</source>
        <translation>{file} kon niet bewaard worden ({reason}). Er is niets half geschreven; probeer het opnieuw of kies een andere map.</translation>
    </message>
    <message>
        <source>{file} already exists. Choose another name, or allow it to be replaced.</source>
        <translation>{file} bestaat al. Kies een andere naam, of laat het vervangen.</translation>
    </message>
    <message>
        <source>{file} was not written, because it would hold more than the picture: {what}. Please report this.</source>
        <translation>{file} is niet geschreven, want er zou meer in staan dan het beeld: {what}. Meld dit alsjeblieft.</translation>
    </message>
    <message>
        <source>There is no export {id} on record. See “claimcheck review show”.</source>
        <translation>Er is geen export {id} bekend. Zie “claimcheck review show”.</translation>
    </message>
    <message>
        <source>The library {file} is open in another claimcheck. Close that one, or open this one read-only.</source>
        <translation>De bibliotheek {file} is open in een andere claimcheck. Sluit die, of open deze alleen-lezen.</translation>
    </message>
    <message>
        <source>The library {file} is open read-only, so nothing can be changed.</source>
        <translation>De bibliotheek {file} is alleen-lezen: je kunt niets wijzigen.</translation>
    </message>
    <message>
        <source>The library {file} was made by a newer claimcheck. Update claimcheck to open it.</source>
        <translation>De bibliotheek {file} komt van een nieuwere claimcheck. Werk claimcheck bij om haar te openen.</translation>
    </message>
    <message>
        <source>The library {file} is damaged ({reason}). Its backups are in the folder “backups”.</source>
        <translation>De bibliotheek {file} is beschadigd ({reason}). De reservekopieën staan in de map “backups”.</translation>
    </message>
    <message>
        <source>{file} is not a claimcheck library. Choose another folder.</source>
        <translation>{file} is geen bibliotheek van claimcheck. Kies een andere map.</translation>
    </message>
    <message>
        <source>The original of {file} is missing from the library. Put the folder “originals” back, or add the picture again.</source>
        <translation>Het origineel van {file} ontbreekt in de bibliotheek. Zet de map “originals” terug, of voeg de foto opnieuw toe.</translation>
    </message>
    <message>
        <source>There is no review {id}. See “claimcheck review list”.</source>
        <translation>Er is geen review {id}. Zie “claimcheck review list”.</translation>
    </message>
    <message>
        <source>There is no {what} {id} in this review.</source>
        <translation>In deze review is geen {what} {id}.</translation>
    </message>
    <message>
        <source>This review has no {what} yet. Add one first.</source>
        <translation>Deze review heeft nog geen {what}. Voeg er eerst een toe.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}. Mend the template, or remove it.</source>
        <translation>{file}, regel {line}: {reason}. Herstel het sjabloon, of haal het weg.</translation>
    </message>
    <message>
        <source>There is no template {id}. See “claimcheck templates”.</source>
        <translation>Er is geen sjabloon {id}. Zie “claimcheck templates”.</translation>
    </message>
    <message>
        <source>There is no format {id}. See “claimcheck formats”.</source>
        <translation>Er is geen formaat {id}. Zie “claimcheck formats”.</translation>
    </message>
    <message>
        <source>{what} can’t be “{value}”. {todo}</source>
        <translation>{what} kan niet “{value}” zijn. {todo}</translation>
    </message>
    <message>
        <source>{file} is not a whole web page: it breaks off, or is something else. Save the page from your browser again.</source>
        <translation>{file} is geen hele webpagina: hij breekt af, of is iets anders. Bewaar de pagina opnieuw vanuit je browser.</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, too large for a product page. Save it without its videos, or as “HTML only”.</source>
        <translation>{file} is groter dan {limit} MB, te groot voor een productpagina. Bewaar hem zonder video’s, of als ‘alleen HTML’.</translation>
    </message>
    <message>
        <source>No product was found in {file}. Open the product’s own page in your browser, wait until its price shows, and save that.</source>
        <translation>In {file} staat geen product. Open de pagina van het product zelf in je browser, wacht tot de prijs er staat en bewaar die.</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}. Check the address and your connection, or save the page from your browser and open that.</source>
        <translation>{address} kon niet worden opgehaald: {reason}. Controleer het adres en je verbinding, of bewaar de pagina vanuit je browser en open die.</translation>
    </message>
    <message>
        <source>{address} did not answer in time. Try again, or save the page from your browser and open that.</source>
        <translation>{address} antwoordde niet op tijd. Probeer het opnieuw, of bewaar de pagina vanuit je browser en open die.</translation>
    </message>
    <message>
        <source>{address} answers that there is no such page ({status}). Copy the address from your browser again.</source>
        <translation>{address} antwoordt dat die pagina niet bestaat ({status}). Kopieer het adres opnieuw uit je browser.</translation>
    </message>
    <message>
        <source>{address} lets no app read it. Open it in your browser, press Ctrl+S (on a Mac ⌘S), save the whole page, and drop that file here.</source>
        <translation>{address} laat zich door geen app lezen. Open de pagina in je browser, druk op Ctrl+S (op een Mac ⌘S), bewaar de hele pagina en sleep dat bestand hierheen.</translation>
    </message>
    <message>
        <source>{file} can’t be played: it is damaged, or no video. Copy it from the phone again, or save it as MP4.</source>
        <translation>{file} kan niet worden afgespeeld: het is beschadigd, of geen video. Kopieer het opnieuw van de telefoon, of bewaar het als MP4.</translation>
    </message>
    <message>
        <source>“{address}” is not a web address. It begins with https:// or http://.</source>
        <translation>‘{address}’ is geen webadres. Dat begint met https:// of http://.</translation>
    </message>
    <message>
        <source>{address} is on your own network, not on the internet, so it is not opened.</source>
        <translation>{address} zit op je eigen netwerk, niet op internet, en wordt daarom niet geopend.</translation>
    </message>
    <message>
        <source>The patch lies outside {file} ({width} × {height} pixels). Choose another place.</source>
        <translation>Het vlak ligt buiten {file} ({width} × {height} pixels). Kies een andere plek.</translation>
    </message>
    <message>
        <source>The patch in {file} is too dark to tell its colour. Choose a lighter place.</source>
        <translation>Het vlak in {file} is te donker om de kleur te bepalen. Kies een lichtere plek.</translation>
    </message>
    <message>
        <source>No chart of 24 patches was found in {file}. Mark its four corners yourself.</source>
        <translation>In {file} is geen kleurenkaart met 24 vakken gevonden. Wijs zelf de vier hoeken aan.</translation>
    </message>
    <message>
        <source>What the four corners in {file} enclose is not a chart of 24 patches. Mark the outer corners of its corner patches.</source>
        <translation>Wat de vier hoeken in {file} omsluiten is geen kleurenkaart met 24 vakken. Wijs de buitenste hoeken van de hoekvakken aan.</translation>
    </message>
    <message>
        <source>The marked points in {file} can’t be the outline of a flat {what}. Mark its corners, or its rim, again.</source>
        <translation>De aangewezen punten in {file} kunnen niet de omtrek van een plat voorwerp ({what}) zijn. Wijs de hoeken, of de rand, opnieuw aan.</translation>
    </message>
    <message>
        <source>Nothing can be measured between the points marked in {file}: they lie behind the camera or on the horizon of the plane.</source>
        <translation>Tussen de aangewezen punten in {file} valt niets te meten: ze liggen achter de camera of op de horizon van het vlak.</translation>
    </message>
    <message>
        <source>The box on {file} is too small. Drag it around the whole product.</source>
        <translation>Het kader op {file} is te klein. Sleep het om het hele product heen.</translation>
    </message>
    <message>
        <source>The box on {file} leaves nothing around the product to tell it from. Drag it closer around the product.</source>
        <translation>Het kader op {file} laat niets rond het product over om het van te onderscheiden. Sleep het nauwer om het product heen.</translation>
    </message>
    <message>
        <source>In the box on {file} is only one colour, and no product. Drag it around the product.</source>
        <translation>In het kader op {file} is maar één kleur, en geen product. Sleep het om het product heen.</translation>
    </message>
    <message>
        <source>For this claimcheck needs {package}. Install it with: {command}</source>
        <translation>Hiervoor heeft claimcheck {package} nodig. Installeer het met: {command}</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one first.</source>
        <translation>Er staat geen afbeelding op het klembord. Kopieer er eerst een.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Use the commands: see “claimcheck --help”.</source>
        <translation>Er is geen beeldscherm om een venster op te openen. Gebruik de commando’s: zie “claimcheck --help”.</translation>
    </message>
    <message>
        <source>Something went wrong in claimcheck itself. Your review is safe. Details are in {file}.</source>
        <translation>Er ging iets mis in claimcheck zelf. Je review is veilig. De details staan in {file}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) have the same problem.</source>
        <translation>
            <numerusform>Bij nog %n bestand is dit zo.</numerusform>
            <numerusform>Bij nog %n bestanden is dit zo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The length of a clip</source>
        <translation>De lengte van een clip</translation>
    </message>
    <message>
        <source>Choose {least} to {most} seconds.</source>
        <translation>Kies {least} tot {most} seconden.</translation>
    </message>
    <message>
        <source>discrepancy with a place</source>
        <translation>verschil met een plek</translation>
    </message>
    <message>
        <source>claim with a verdict</source>
        <translation>belofte met een oordeel</translation>
    </message>
    <message>
        <source>listing image</source>
        <translation>foto van de winkel</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>eigen foto</translation>
    </message>
    <message>
        <source>The name of the clip</source>
        <translation>De naam van de clip</translation>
    </message>
    <message>
        <source>End it with .mp4, .gif or .webp.</source>
        <translation>Laat die eindigen op .mp4, .gif of .webp.</translation>
    </message>
    <message>
        <source>Use {fields}.</source>
        <translation>Gebruik {fields}.</translation>
    </message>
    <message>
        <source>It needs {fields}, or files would collide.</source>
        <translation>Zonder {fields} krijgen bestanden dezelfde naam.</translation>
    </message>
    <message>
        <source>The pattern of file names</source>
        <translation>Het patroon van de bestandsnamen</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Judge claim</source>
        <translation>Belofte beoordelen</translation>
    </message>
    <message>
        <source>Delete claim</source>
        <translation>Belofte verwijderen</translation>
    </message>
    <message>
        <source>Change discrepancy</source>
        <translation>Verschil wijzigen</translation>
    </message>
    <message>
        <source>Delete discrepancy</source>
        <translation>Verschil verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n mark(s)</source>
        <translation>
            <numerusform>%n markering verwijderen</numerusform>
            <numerusform>%n markeringen verwijderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n mark(s)</source>
        <translation>
            <numerusform>%n markering dupliceren</numerusform>
            <numerusform>%n markeringen dupliceren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n mark(s)</source>
        <translation>
            <numerusform>%n markering knippen</numerusform>
            <numerusform>%n markeringen knippen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n mark(s)</source>
        <translation>
            <numerusform>%n markering plakken</numerusform>
            <numerusform>%n markeringen plakken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n mark(s) to the other picture</source>
        <translation>
            <numerusform>%n markering naar de andere foto kopiëren</numerusform>
            <numerusform>%n markeringen naar de andere foto kopiëren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste style onto %n mark(s)</source>
        <translation>
            <numerusform>Stijl op %n markering plakken</numerusform>
            <numerusform>Stijl op %n markeringen plakken</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Tekst plakken</translation>
    </message>
    <message numerus="yes">
        <source>Move %n mark(s)</source>
        <translation>
            <numerusform>%n markering verplaatsen</numerusform>
            <numerusform>%n markeringen verplaatsen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move discrepancy</source>
        <translation>Verschil verplaatsen</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n mark(s) to the front</source>
        <translation>
            <numerusform>%n markering naar voren halen</numerusform>
            <numerusform>%n markeringen naar voren halen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n mark(s) to the back</source>
        <translation>
            <numerusform>%n markering naar achteren sturen</numerusform>
            <numerusform>%n markeringen naar achteren sturen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare other pictures</source>
        <translation>Andere foto’s vergelijken</translation>
    </message>
    <message>
        <source>Add arrow</source>
        <translation>Pijl toevoegen</translation>
    </message>
    <message>
        <source>Add box</source>
        <translation>Kader toevoegen</translation>
    </message>
    <message>
        <source>Turn mark</source>
        <translation>Markering draaien</translation>
    </message>
    <message>
        <source>Resize mark</source>
        <translation>Markering groter of kleiner maken</translation>
    </message>
    <message>
        <source>Resize discrepancy</source>
        <translation>Verschil groter of kleiner maken</translation>
    </message>
    <message>
        <source>Add ellipse</source>
        <translation>Ellips toevoegen</translation>
    </message>
    <message>
        <source>Add discrepancy</source>
        <translation>Verschil toevoegen</translation>
    </message>
    <message>
        <source>Place discrepancy on the other picture</source>
        <translation>Verschil op de andere foto zetten</translation>
    </message>
    <message>
        <source>Add redaction</source>
        <translation>Afdekking toevoegen</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>Tekst toevoegen</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>Tekst wijzigen</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>Tekst verwijderen</translation>
    </message>
    <message>
        <source>Edit title</source>
        <translation>Titel aanpassen</translation>
    </message>
    <message>
        <source>Choose quoted claim</source>
        <translation>Geciteerde belofte kiezen</translation>
    </message>
    <message>
        <source>Edit handle</source>
        <translation>Accountnaam aanpassen</translation>
    </message>
    <message>
        <source>Edit alternative</source>
        <translation>Alternatief bewerkt</translation>
    </message>
    <message>
        <source>Choose language of card</source>
        <translation>Taal van de kaart kiezen</translation>
    </message>
    <message>
        <source>Choose colours</source>
        <translation>Kleuren gekozen</translation>
    </message>
    <message>
        <source>Choose how numbers point</source>
        <translation>Kies hoe nummers wijzen</translation>
    </message>
    <message>
        <source>Choose format</source>
        <translation>Formaat kiezen</translation>
    </message>
    <message>
        <source>Say what was done to the pictures</source>
        <translation>Zeg wat er met de foto’s is gedaan</translation>
    </message>
    <message>
        <source>Leave out what was done to the pictures</source>
        <translation>Laat weg wat er met de foto’s is gedaan</translation>
    </message>
    <message>
        <source>Edit caption</source>
        <translation>Bijschrift aanpassen</translation>
    </message>
    <message>
        <source>Choose template</source>
        <translation>Sjabloon kiezen</translation>
    </message>
    <message>
        <source>Frame pictures automatically</source>
        <translation>Foto&apos;s automatisch gekaderd</translation>
    </message>
    <message>
        <source>Move everything inside</source>
        <translation>Alles weer in beeld</translation>
    </message>
    <message>
        <source>Edit text on the card</source>
        <translation>Tekst op de kaart aanpassen</translation>
    </message>
    <message>
        <source>Edit claim</source>
        <translation>Belofte aanpassen</translation>
    </message>
    <message>
        <source>Edit reasoning</source>
        <translation>Uitleg aanpassen</translation>
    </message>
    <message>
        <source>Edit test</source>
        <translation>Test aanpassen</translation>
    </message>
    <message>
        <source>Choose topic</source>
        <translation>Onderwerp kiezen</translation>
    </message>
    <message>
        <source>Choose source of claim</source>
        <translation>Bron van belofte kiezen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n claim(s)</source>
        <translation>
            <numerusform>%n belofte toevoegen</numerusform>
            <numerusform>%n beloften toevoegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Renumber</source>
        <translation>Hernummeren</translation>
    </message>
    <message>
        <source>Choose kind of discrepancy</source>
        <translation>Soort verschil kiezen</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Tekst aanpassen</translation>
    </message>
    <message>
        <source>Connect discrepancy with claim</source>
        <translation>Verschil aan belofte koppelen</translation>
    </message>
    <message>
        <source>Weigh discrepancy</source>
        <translation>Verschil wegen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n difference(s)</source>
        <translation>
            <numerusform>%n verschil verwijderen</numerusform>
            <numerusform>%n verschillen verwijderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear place</source>
        <translation>Plek wissen</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>Product aanpassen</translation>
    </message>
    <message>
        <source>Choose platform</source>
        <translation>Platform kiezen</translation>
    </message>
    <message>
        <source>Choose currency</source>
        <translation>Munt kiezen</translation>
    </message>
    <message>
        <source>Edit listing</source>
        <translation>Aanbod aanpassen</translation>
    </message>
    <message>
        <source>Note whether it is an ad</source>
        <translation>Noteren of het reclame is</translation>
    </message>
    <message numerus="yes">
        <source>Colour %n mark(s)</source>
        <translation>
            <numerusform>%n markering kleuren</numerusform>
            <numerusform>%n markeringen kleuren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Place %n mark(s)</source>
        <translation>
            <numerusform>%n markering plaatsen</numerusform>
            <numerusform>%n markeringen plaatsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bend %n mark(s)</source>
        <translation>
            <numerusform>%n markering buigen</numerusform>
            <numerusform>%n markeringen buigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change stroke of %n mark(s)</source>
        <translation>
            <numerusform>Lijn van %n markering wijzigen</numerusform>
            <numerusform>Lijn van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resize text of %n mark(s)</source>
        <translation>
            <numerusform>Lettergrootte van %n markering wijzigen</numerusform>
            <numerusform>Lettergrootte van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Round corners of %n mark(s)</source>
        <translation>
            <numerusform>Hoeken van %n markering afronden</numerusform>
            <numerusform>Hoeken van %n markeringen afronden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change opacity of %n mark(s)</source>
        <translation>
            <numerusform>Dekking van %n markering wijzigen</numerusform>
            <numerusform>Dekking van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change line of %n mark(s)</source>
        <translation>
            <numerusform>Lijn van %n markering wijzigen</numerusform>
            <numerusform>Lijn van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change heads of %n mark(s)</source>
        <translation>
            <numerusform>Punten van %n pijl wijzigen</numerusform>
            <numerusform>Punten van %n pijlen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change look of %n mark(s)</source>
        <translation>
            <numerusform>Uiterlijk van %n markering wijzigen</numerusform>
            <numerusform>Uiterlijk van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change shape of %n mark(s)</source>
        <translation>
            <numerusform>Vorm van %n markering wijzigen</numerusform>
            <numerusform>Vorm van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change cover of %n mark(s)</source>
        <translation>
            <numerusform>Afdekking van %n markering wijzigen</numerusform>
            <numerusform>Afdekking van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change typeface of %n mark(s)</source>
        <translation>
            <numerusform>Lettertype van %n markering wijzigen</numerusform>
            <numerusform>Lettertype van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shade %n mark(s)</source>
        <translation>
            <numerusform>Schaduw van %n markering wijzigen</numerusform>
            <numerusform>Schaduw van %n markeringen wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fill %n mark(s)</source>
        <translation>
            <numerusform>%n markering vullen</numerusform>
            <numerusform>%n markeringen vullen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare another picture</source>
        <translation>Andere foto vergelijken</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Foto weghalen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s)</source>
        <translation>
            <numerusform>%n foto toevoegen</numerusform>
            <numerusform>%n foto’s toevoegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markeren met stift</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Lijn toevoegen</translation>
    </message>
    <message>
        <source>Add magnifier</source>
        <translation>Vergrootglas toevoegen</translation>
    </message>
    <message>
        <source>Add measurement</source>
        <translation>Maat toevoegen</translation>
    </message>
    <message>
        <source>Draw with the pen</source>
        <translation>Tekenen met de pen</translation>
    </message>
    <message>
        <source>Add spotlight</source>
        <translation>Spotlicht toevoegen</translation>
    </message>
    <message>
        <source>Add stamp</source>
        <translation>Stempel toevoegen</translation>
    </message>
    <message>
        <source>Add colour swatch</source>
        <translation>Kleurstaal toevoegen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n receipt(s)</source>
        <translation>
            <numerusform>%n bon toevoegen</numerusform>
            <numerusform>%n bonnen toevoegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add listing</source>
        <translation>Aanbod toevoegen</translation>
    </message>
    <message>
        <source>Remove listing</source>
        <translation>Aanbod verwijderen</translation>
    </message>
    <message>
        <source>Add a page’s listing</source>
        <translation>Aanbod van pagina toevoegen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n frame(s) of a clip</source>
        <translation>
            <numerusform>%n beeld uit een clip toevoegen</numerusform>
            <numerusform>%n beelden uit een clip toevoegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Style %n mark(s)</source>
        <translation>
            <numerusform>%n markering opmaken</numerusform>
            <numerusform>%n markeringen opmaken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s) as a stamp</source>
        <translation>
            <numerusform>%n plaatje als stempel toevoegen</numerusform>
            <numerusform>%n plaatjes als stempel toevoegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove a picture and %n stamp(s)</source>
        <translation>
            <numerusform>Afbeelding en %n stempel verwijderen</numerusform>
            <numerusform>Afbeelding en %n stempels verwijderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n stamp(s)</source>
        <translation>
            <numerusform>%n stempel wijzigen</numerusform>
            <numerusform>%n stempels wijzigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write on %n stamp(s)</source>
        <translation>
            <numerusform>Op %n stempel schrijven</numerusform>
            <numerusform>Op %n stempels schrijven</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove proof</source>
        <translation>Bewijs weghalen</translation>
    </message>
    <message>
        <source>Crop and straighten a picture</source>
        <translation>Foto bijsnijden en rechtzetten</translation>
    </message>
    <message>
        <source>Correct the perspective of a picture</source>
        <translation>Perspectief van een foto corrigeren</translation>
    </message>
    <message>
        <source>Change numbering</source>
        <translation>Nummering wijzigen</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Uitlijnen</translation>
    </message>
    <message>
        <source>Frame alike</source>
        <translation>Gelijk kaderen</translation>
    </message>
    <message>
        <source>Propose differences</source>
        <translation>Verschillen voorstellen</translation>
    </message>
    <message>
        <source>Compare the print</source>
        <translation>Opdruk vergelijken</translation>
    </message>
    <message>
        <source>Forget the alignment</source>
        <translation>Uitlijning vergeten</translation>
    </message>
    <message>
        <source>Align by hand</source>
        <translation>Met de hand uitlijnen</translation>
    </message>
    <message>
        <source>Frame picture on card</source>
        <translation>Foto op kaart gekaderd</translation>
    </message>
    <message>
        <source>Compare colours</source>
        <translation>Kleuren vergelijken</translation>
    </message>
    <message>
        <source>Remove a colour comparison</source>
        <translation>Kleurvergelijking verwijderen</translation>
    </message>
    <message>
        <source>Draw swatches</source>
        <translation>Kleurstalen tekenen</translation>
    </message>
    <message>
        <source>Set the colours right</source>
        <translation>Kleuren goed zetten</translation>
    </message>
    <message>
        <source>Set the scale</source>
        <translation>Schaal zetten</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Meten</translation>
    </message>
    <message>
        <source>Remove a measurement</source>
        <translation>Meting verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>Draw %n length(s)</source>
        <translation>
            <numerusform>%n lengte tekenen</numerusform>
            <numerusform>%n lengtes tekenen</numerusform>
        </translation>
    </message>
    <message>
        <source>Judge by measuring</source>
        <translation>Oordelen door te meten</translation>
    </message>
    <message>
        <source>Choose what the card shows</source>
        <translation>Gekozen wat op de kaart staat</translation>
    </message>
    <message>
        <source>Accept a proposal</source>
        <translation>Voorstel aannemen</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n proposal(s)</source>
        <translation>
            <numerusform>%n voorstel afwijzen</numerusform>
            <numerusform>%n voorstellen afwijzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the view on the card</source>
        <translation>De weergave op de kaart laten zien</translation>
    </message>
    <message>
        <source>Frame alike by boxes</source>
        <translation>Gelijk kadreren met kaders</translation>
    </message>
    <message>
        <source>Show the view as an inset on the card</source>
        <translation>De weergave als inzet op de kaart tonen</translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message>
        <source>Width</source>
        <translation>Dikte</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstmaat</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Hoeken</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Dekking</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Lijn</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Vol</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Streep</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Stip</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Punten</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>Eén punt</translation>
    </message>
    <message>
        <source>Both ends</source>
        <translation>Beide kanten</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Omlijnd</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Vlak</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Kaal</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rond</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Vierkant</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Afdekking</translation>
    </message>
    <message>
        <source>Pixelated</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Vervaagd</translation>
    </message>
</context>
<context>
    <name>looks</name>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>Onder elkaar</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Schuiven</translation>
    </message>
    <message>
        <source>Drag the line to wipe; F4 turns it.</source>
        <translation>Sleep de lijn om te schuiven; F4 draait hem.</translation>
    </message>
    <message>
        <source>See through</source>
        <translation>Doorkijken</translation>
    </message>
    <message>
        <source>The slider says how much of the photo shows; [ and ] move it.</source>
        <translation>De schuif bepaalt hoeveel je van de foto ziet; [ en ] verzetten hem.</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Wisselen</translation>
    </message>
    <message>
        <source>Listing image and photo in turn; [ and ] change how fast.</source>
        <translation>Aanbodfoto en foto om en om; [ en ] bepalen hoe snel.</translation>
    </message>
    <message>
        <source>Difference map</source>
        <translation>Verschilkaart</translation>
    </message>
    <message>
        <source>The redder, the more the photo differs; light and tint are evened out.</source>
        <translation>Hoe roder, hoe meer de foto verschilt; licht en kleurzweem zijn gelijkgetrokken.</translation>
    </message>
    <message>
        <source>Double loupe</source>
        <translation>Dubbele loep</translation>
    </message>
    <message>
        <source>Point at a spot to see it on both, close up.</source>
        <translation>Wijs een plek aan en zie hem van dichtbij op beide.</translation>
    </message>
    <message>
        <source>Find the listing’s product in the photo</source>
        <translation>Zoek het product uit het aanbod op de foto</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Deze weergave opslaan</translation>
    </message>
    <message>
        <source>No card shows two pictures so: save the view</source>
        <translation>Geen kaart toont twee foto’s zo: bewaar de weergave</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-afbeelding</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>JPEG-afbeelding</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Holds</source>
        <translation>Klopt</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Deels</translation>
    </message>
    <message>
        <source>Misleading</source>
        <translation>Misleidend</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Onwaar</translation>
    </message>
    <message>
        <source>Unproven</source>
        <translation>Onbewezen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Materiaal</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Werking</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prijs</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Levering</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Opdruk</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>Verpakking</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schade</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Duidelijk</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Groot</translation>
    </message>
    <message>
        <source>Webshop</source>
        <translation>Webshop</translation>
    </message>
    <message>
        <source>Influencer’s post</source>
        <translation>Post van influencer</translation>
    </message>
    <message>
        <source>Ad</source>
        <translation>Reclame</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Online markt</translation>
    </message>
    <message>
        <source>Listing image</source>
        <translation>Aanbodfoto</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Saved page</source>
        <translation>Bewaarde pagina</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>Chosen file</source>
        <translation>Gekozen bestand</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Gesleept</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Geplakt</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Opdrachtregel</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Fetched from the web</source>
        <translation>Van internet opgehaald</translation>
    </message>
    <message>
        <source>Frame of a video</source>
        <translation>Beeld uit een video</translation>
    </message>
    <message>
        <source>View of two pictures, made here</source>
        <translation>Weergave van twee foto’s, hier gemaakt</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellips</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pijl</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Redaction</source>
        <translation>Afdekking</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Lijn</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Pen</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>Markeerstift</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Vergrootglas</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlicht</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>Colour swatch</source>
        <translation>Kleurstaal</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>Stempel</translation>
    </message>
    <message>
        <source>Solid line</source>
        <translation>Doorgetrokken</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestreept</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Gestippeld</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Dekkend</translation>
    </message>
    <message>
        <source>Pixelated</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Vervaagd</translation>
    </message>
    <message>
        <source>Price tag</source>
        <translation>Prijskaartje</translation>
    </message>
    <message>
        <source>Arrow of shame</source>
        <translation>Pijl van schaamte</translation>
    </message>
    <message>
        <source>Own picture</source>
        <translation>Eigen plaatje</translation>
    </message>
    <message>
        <source>Disc with a line</source>
        <translation>Rondje met een lijn</translation>
    </message>
    <message>
        <source>Disc on the spot</source>
        <translation>Rondje op de plek</translation>
    </message>
    <message>
        <source>Ring around the spot</source>
        <translation>Ring om de plek</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Yellow</source>
        <translation>Geel</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Wit</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Inkt</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Oranje</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Hemelsblauw</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pruim</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grijs</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>This library is open read-only, so nothing can be changed.</source>
        <translation>Deze bibliotheek is alleen-lezen: je kunt niets wijzigen.</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Linkerrand</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Top edge</source>
        <translation>Bovenrand</translation>
    </message>
    <message>
        <source>W</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breedte</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>∠</source>
        <translation>∠</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Hoek</translation>
    </message>
    <message>
        <source>X1</source>
        <translation>X1</translation>
    </message>
    <message>
        <source>Start, from the left</source>
        <translation>Begin, vanaf links</translation>
    </message>
    <message>
        <source>Y1</source>
        <translation>Y1</translation>
    </message>
    <message>
        <source>Start, from the top</source>
        <translation>Begin, vanaf boven</translation>
    </message>
    <message>
        <source>X2</source>
        <translation>X2</translation>
    </message>
    <message>
        <source>End, from the left</source>
        <translation>Eind, vanaf links</translation>
    </message>
    <message>
        <source>Y2</source>
        <translation>Y2</translation>
    </message>
    <message>
        <source>End, from the top</source>
        <translation>Eind, vanaf boven</translation>
    </message>
    <message>
        <source>Enlargement’s left edge</source>
        <translation>Linkerrand van de vergroting</translation>
    </message>
    <message>
        <source>Enlargement’s top edge</source>
        <translation>Bovenrand van de vergroting</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>Times enlarged</source>
        <translation>Keer vergroot</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>“%1” isn’t on the product</source>
        <translation>“%1” staat niet op het product</translation>
    </message>
    <message>
        <source>“%1” isn’t on the listing</source>
        <translation>“%1” staat niet in het aanbod</translation>
    </message>
    <message>
        <source>“%1” is “%2” on the product</source>
        <translation>“%1” is “%2” op het product</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>New review</source>
        <translation>Nieuwe review</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliotheek doorzoeken</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Naar de prullenbak</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Ways to look</source>
        <translation>Manieren van kijken</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Gereedschap</translation>
    </message>
    <message>
        <source>Search actions and reviews</source>
        <translation>Acties en reviews zoeken</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>Naar het volgende deel van het venster</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Andere bibliotheek openen</translation>
    </message>
    <message>
        <source>Fold or unfold the library</source>
        <translation>Bibliotheek in- of uitklappen</translation>
    </message>
    <message>
        <source>Show the trash, or the reviews again</source>
        <translation>Prullenbak tonen, of weer de reviews</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Voorbeeld openen</translation>
    </message>
    <message>
        <source>Go to the listing</source>
        <translation>Naar het aanbod</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>Naar de foto’s</translation>
    </message>
    <message>
        <source>Go to comparing</source>
        <translation>Naar vergelijken</translation>
    </message>
    <message>
        <source>Go to the claims</source>
        <translation>Naar de beloften</translation>
    </message>
    <message>
        <source>Go to the card</source>
        <translation>Naar de kaart</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Vorige stap</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Choose listing images</source>
        <translation>Aanbodfoto’s kiezen</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Foto’s kiezen</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Afbeelding exporteren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Beeld kopiëren</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Hele foto tonen</translation>
    </message>
    <message>
        <source>Show at 100 %</source>
        <translation>Op 100 % tonen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>Zoom and move both pictures together</source>
        <translation>Beide foto’s samen zoomen en schuiven</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Linialen</translation>
    </message>
    <message>
        <source>Lines between pixels above 800 %</source>
        <translation>Lijnen tussen pixels boven 800 %</translation>
    </message>
    <message>
        <source>Snap to what lies near</source>
        <translation>Vastklikken aan wat dichtbij ligt</translation>
    </message>
    <message>
        <source>Correct the perspective of the picture</source>
        <translation>Perspectief van de foto corrigeren</translation>
    </message>
    <message>
        <source>To the other picture</source>
        <translation>Naar de andere foto</translation>
    </message>
    <message>
        <source>Select the next mark</source>
        <translation>Volgende markering kiezen</translation>
    </message>
    <message>
        <source>Select the mark before</source>
        <translation>Vorige markering kiezen</translation>
    </message>
    <message>
        <source>Select the next number</source>
        <translation>Volgend nummer kiezen</translation>
    </message>
    <message>
        <source>Select the number before</source>
        <translation>Vorig nummer kiezen</translation>
    </message>
    <message>
        <source>Move the number up in the list</source>
        <translation>Nummer omhoog in de lijst</translation>
    </message>
    <message>
        <source>Move the number down in the list</source>
        <translation>Nummer omlaag in de lijst</translation>
    </message>
    <message>
        <source>Write the note of the number</source>
        <translation>Tekst bij het nummer schrijven</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Tekst bewerken</translation>
    </message>
    <message>
        <source>Select all marks of the picture</source>
        <translation>Alle markeringen van de foto kiezen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Knippen</translation>
    </message>
    <message>
        <source>Copy style</source>
        <translation>Stijl kopiëren</translation>
    </message>
    <message>
        <source>Paste style</source>
        <translation>Stijl plakken</translation>
    </message>
    <message>
        <source>Copy to the other picture</source>
        <translation>Naar de andere foto kopiëren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Bring to the front</source>
        <translation>Naar voren</translation>
    </message>
    <message>
        <source>Send to the back</source>
        <translation>Naar achteren</translation>
    </message>
    <message>
        <source>Align by hand</source>
        <translation>Met de hand uitlijnen</translation>
    </message>
    <message>
        <source>Lay over with the same size and middle</source>
        <translation>Opleggen met dezelfde maat en hetzelfde midden</translation>
    </message>
    <message>
        <source>Same size and middle, by boxes</source>
        <translation>Zelfde grootte en midden, met kaders</translation>
    </message>
    <message>
        <source>Forget the alignment</source>
        <translation>Uitlijning vergeten</translation>
    </message>
    <message>
        <source>Propose differences</source>
        <translation>Verschillen voorstellen</translation>
    </message>
    <message>
        <source>Compare the print</source>
        <translation>De opdruk vergelijken</translation>
    </message>
    <message>
        <source>Compare colours</source>
        <translation>Kleuren vergelijken</translation>
    </message>
    <message>
        <source>Measure sizes</source>
        <translation>Maten meten</translation>
    </message>
    <message>
        <source>Show the view on the card</source>
        <translation>De weergave op de kaart laten zien</translation>
    </message>
    <message>
        <source>Save this view as a picture</source>
        <translation>Dit beeld opslaan</translation>
    </message>
    <message>
        <source>With a tool: a pointer, and its button</source>
        <translation>Met gereedschap: een aanwijzer en zijn knop</translation>
    </message>
    <message>
        <source>Space + drag</source>
        <translation>Spatie + slepen</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Foto verschuiven</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + wiel</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>Zoomen naar de aanwijzer</translation>
    </message>
    <message>
        <source>Nudge; with Shift ten times as far</source>
        <translation>Zetje geven; met Shift tien keer zo ver</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Give up the gesture</source>
        <translation>Handeling afbreken</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Beloften</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Listing and photos</source>
        <translation>Aanbod en foto’s</translation>
    </message>
    <message>
        <source>Order and trash</source>
        <translation>Volgorde en prullenbak</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Prullenbak legen</translation>
    </message>
    <message>
        <source>Add another place of sale</source>
        <translation>Nog een aanbieder toevoegen</translation>
    </message>
    <message>
        <source>Remove this listing</source>
        <translation>Dit aanbod verwijderen</translation>
    </message>
    <message>
        <source>Fetch the page at the address</source>
        <translation>Pagina op het adres ophalen</translation>
    </message>
    <message>
        <source>Add receipt</source>
        <translation>Bon toevoegen</translation>
    </message>
    <message>
        <source>Where the proof comes from</source>
        <translation>Waar het bewijs vandaan komt</translation>
    </message>
    <message>
        <source>Remove the proof</source>
        <translation>Bewijs verwijderen</translation>
    </message>
    <message>
        <source>Compare this picture</source>
        <translation>Deze foto vergelijken</translation>
    </message>
    <message>
        <source>Where the picture comes from</source>
        <translation>Waar de foto vandaan komt</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Foto verwijderen</translation>
    </message>
    <message>
        <source>Compare another picture</source>
        <translation>Andere foto vergelijken</translation>
    </message>
    <message>
        <source>More ways to compare</source>
        <translation>Meer manieren om te vergelijken</translation>
    </message>
    <message>
        <source>How discrepancies are numbered</source>
        <translation>Hoe verschillen genummerd worden</translation>
    </message>
    <message>
        <source>More about the number</source>
        <translation>Meer over het nummer</translation>
    </message>
    <message>
        <source>Keep, rename or delete a look</source>
        <translation>Stijl bewaren, hernoemen of verwijderen</translation>
    </message>
    <message>
        <source>Filled, or only outlined</source>
        <translation>Gevuld, of alleen de lijn</translation>
    </message>
    <message>
        <source>With a shadow, or without</source>
        <translation>Met schaduw, of zonder</translation>
    </message>
    <message>
        <source>Remove an own picture from the stamps</source>
        <translation>Eigen afbeelding uit de stempels halen</translation>
    </message>
    <message>
        <source>Accept the proposal</source>
        <translation>Voorstel overnemen</translation>
    </message>
    <message>
        <source>Accept the proposal and write a note</source>
        <translation>Voorstel overnemen en een notitie schrijven</translation>
    </message>
    <message>
        <source>Dismiss the proposal</source>
        <translation>Voorstel afwijzen</translation>
    </message>
    <message>
        <source>Dismiss all proposals</source>
        <translation>Alle voorstellen afwijzen</translation>
    </message>
    <message>
        <source>Add claims</source>
        <translation>Beloften toevoegen</translation>
    </message>
    <message>
        <source>Verdict: holds</source>
        <translation>Oordeel: klopt</translation>
    </message>
    <message>
        <source>Verdict: partly</source>
        <translation>Oordeel: deels</translation>
    </message>
    <message>
        <source>Verdict: misleading</source>
        <translation>Oordeel: misleidend</translation>
    </message>
    <message>
        <source>Verdict: false</source>
        <translation>Oordeel: onwaar</translation>
    </message>
    <message>
        <source>Verdict: unproven</source>
        <translation>Oordeel: onbewezen</translation>
    </message>
    <message>
        <source>Delete the claim</source>
        <translation>Belofte verwijderen</translation>
    </message>
    <message>
        <source>Frame both pictures automatically</source>
        <translation>Beide foto’s automatisch inkaderen</translation>
    </message>
    <message>
        <source>Show what the app covers</source>
        <translation>Tonen wat de app bedekt</translation>
    </message>
    <message>
        <source>Edit the card’s texts</source>
        <translation>Teksten van de kaart bewerken</translation>
    </message>
    <message>
        <source>Export a carousel, all formats or a clip</source>
        <translation>Carrousel, alle formaten of een clip exporteren</translation>
    </message>
    <message>
        <source>Your look on cards</source>
        <translation>Jouw stijl op kaarten</translation>
    </message>
    <message>
        <source>Say what was done to the pictures</source>
        <translation>Zeggen wat er met de foto’s gedaan is</translation>
    </message>
    <message>
        <source>Copy the caption</source>
        <translation>Bijschrift kopiëren</translation>
    </message>
    <message>
        <source>Move inside the safe area</source>
        <translation>Binnen het veilige gebied zetten</translation>
    </message>
    <message>
        <source>Show the export in its folder</source>
        <translation>Export in de map tonen</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>a line of known length</source>
        <translation>een lijn van bekende lengte</translation>
    </message>
    <message>
        <source>a bank card</source>
        <translation>een bankpas</translation>
    </message>
    <message>
        <source>a sheet of A4</source>
        <translation>een vel A4</translation>
    </message>
    <message>
        <source>a €1 coin</source>
        <translation>een munt van € 1</translation>
    </message>
    <message>
        <source>a €2 coin</source>
        <translation>een munt van € 2</translation>
    </message>
    <message>
        <source>a rectangle of known size</source>
        <translation>een rechthoek van bekende maat</translation>
    </message>
    <message>
        <source>Promised %1, measured %2.</source>
        <translation>Beloofd %1, gemeten %2.</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Listing</source>
        <translation>Aanbod</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto’s</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Beloften</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Next: photos</source>
        <translation>Verder: foto’s</translation>
    </message>
    <message>
        <source>Next: compare</source>
        <translation>Verder: vergelijken</translation>
    </message>
    <message>
        <source>Next: claims</source>
        <translation>Verder: beloften</translation>
    </message>
    <message>
        <source>Next: card</source>
        <translation>Verder: kaart</translation>
    </message>
    <message>
        <source>Drop the shop’s pictures here, or paste a screenshot with Ctrl+V.</source>
        <translation>Sleep de foto’s van de winkel hierheen, of plak een schermafdruk met Ctrl+V.</translation>
    </message>
    <message>
        <source>Drop your own photos here, several at once.</source>
        <translation>Sleep je eigen foto’s hierheen, meerdere tegelijk.</translation>
    </message>
    <message>
        <source>Quote each promise word for word, then judge what you found.</source>
        <translation>Citeer elke belofte woord voor woord en oordeel dan over wat je vond.</translation>
    </message>
</context>
<context>
    <name>tools</name>
    <message>
        <source>Enter keeps the text, Shift+Enter breaks the line, Esc drops it.</source>
        <translation>Enter bewaart de tekst, Shift+Enter begint een regel, Esc gooit hem weg.</translation>
    </message>
    <message>
        <source>Arrow keys drag, Enter lets go, Esc stops.</source>
        <translation>Pijltjes slepen, Enter laat los, Esc stopt.</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter clicks, Shift+Enter drags.</source>
        <translation>Pijltjes verplaatsen, Enter klikt, Shift+Enter sleept.</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter begins the drag.</source>
        <translation>Pijltjes verplaatsen, Enter begint te slepen.</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pijl</translation>
    </message>
    <message>
        <source>Drag towards what it points at. Shift keeps it straight, Esc stops.</source>
        <translation>Sleep naar waar de pijl op wijst. Shift houdt hem recht, Esc stopt.</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Drag on either picture. Shift keeps it square, Esc stops.</source>
        <translation>Sleep op een van de foto’s. Shift houdt het vierkant, Esc stopt.</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellips</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Drag to move the picture. Turn the wheel to zoom.</source>
        <translation>Sleep om de foto te verschuiven. Zoom met het wiel.</translation>
    </message>
    <message>
        <source>Number a difference</source>
        <translation>Verschil nummeren</translation>
    </message>
    <message>
        <source>Click the difference on either picture, then its counterpart. Esc to stop.</source>
        <translation>Klik het verschil aan op een foto, daarna de tegenhanger. Esc om te stoppen.</translation>
    </message>
    <message>
        <source>Enter takes the spot shown, or click the right one. Esc if it isn’t there.</source>
        <translation>Enter neemt de getoonde plek, of klik de juiste. Esc als die er niet is.</translation>
    </message>
    <message>
        <source>Now click the same spot on the photo. Esc if it isn’t there.</source>
        <translation>Klik nu dezelfde plek aan op de foto. Esc als die er niet is.</translation>
    </message>
    <message>
        <source>Now click the same spot on the listing image. Esc if it isn’t there.</source>
        <translation>Klik nu dezelfde plek aan op de aanbodfoto. Esc als die er niet is.</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>Afdekken</translation>
    </message>
    <message>
        <source>Drag over what nobody may see. It is gone from every card, for good.</source>
        <translation>Sleep over wat niemand mag zien. Het is van elke kaart weg, voorgoed.</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Selecteren</translation>
    </message>
    <message>
        <source>Read-only: you can look at everything, not change it.</source>
        <translation>Alleen-lezen: alles bekijken mag, wijzigen niet.</translation>
    </message>
    <message>
        <source>Drag to move, arrow keys to nudge. Ctrl+D duplicates, Del deletes.</source>
        <translation>Sleep om te verplaatsen, pijltjes voor een zetje. Ctrl+D dupliceert, Del verwijdert.</translation>
    </message>
    <message>
        <source>Drag the number or its box. Double click the number to write its note.</source>
        <translation>Sleep het nummer of het kader. Dubbelklik op het nummer voor de tekst.</translation>
    </message>
    <message>
        <source>Click a mark to select it, drag to select several.</source>
        <translation>Klik op een markering om die te selecteren, sleep voor meerdere.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Click where the text starts, or drag how wide it may be.</source>
        <translation>Klik waar de tekst begint, of sleep hoe breed hij mag zijn.</translation>
    </message>
    <message>
        <source>Text on the picture</source>
        <translation>Tekst op de foto</translation>
    </message>
    <message>
        <source>Take a colour from the picture</source>
        <translation>Neem een kleur uit de foto</translation>
    </message>
    <message>
        <source>Click a colour on either picture to draw with it.</source>
        <translation>Klik een kleur aan op een foto om ermee te tekenen.</translation>
    </message>
    <message>
        <source>Drag to draw. Shift draws straight, Esc stops.</source>
        <translation>Sleep om te tekenen. Shift tekent recht, Esc stopt.</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>Markeerstift</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Lijn</translation>
    </message>
    <message>
        <source>Drag from end to end. Shift keeps to 15°, Ctrl snaps to nothing.</source>
        <translation>Sleep van begin tot eind. Shift houdt 15° aan, Ctrl klikt nergens vast.</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Vergrootglas</translation>
    </message>
    <message>
        <source>Drag around what to enlarge, then move the enlargement.</source>
        <translation>Sleep om wat je wilt vergroten en verschuif dan de vergroting.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Meten</translation>
    </message>
    <message>
        <source>Drag over what to measure: its length in pixels. Shift keeps to 15°.</source>
        <translation>Sleep over wat je wilt meten: de lengte in pixels. Shift houdt 15° aan.</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Pen</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlicht</translation>
    </message>
    <message>
        <source>Drag around what stays bright. Several spotlights light together.</source>
        <translation>Sleep om wat licht blijft. Meer spotlichten schijnen samen.</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>Stempel</translation>
    </message>
    <message>
        <source>Click where the stamp goes. Which one, and its words: at the right.</source>
        <translation>Klik waar de stempel komt. Welke, en met welke woorden: rechts.</translation>
    </message>
    <message>
        <source>Colour swatch</source>
        <translation>Kleurstaal</translation>
    </message>
    <message>
        <source>Click a colour, or drag from it to where its label goes.</source>
        <translation>Klik een kleur aan, of sleep naar waar het label komt.</translation>
    </message>
    <message>
        <source>Crop, straighten, perspective</source>
        <translation>Bijsnijden, rechtzetten, perspectief</translation>
    </message>
    <message>
        <source>Click the picture to crop, straighten or rectify. Esc stops.</source>
        <translation>Klik op de foto om bij te snijden, recht te zetten of het perspectief te corrigeren. Esc stopt.</translation>
    </message>
    <message>
        <source>Lines part the pixels above 800 %.</source>
        <translation>Boven 800 % scheiden lijnen de pixels.</translation>
    </message>
    <message>
        <source>No lines part the pixels.</source>
        <translation>Er staan geen lijnen tussen de pixels.</translation>
    </message>
    <message>
        <source>Things snap to what lies near; Ctrl leaves that aside.</source>
        <translation>Dingen klikken vast aan wat dichtbij ligt; met Ctrl niet.</translation>
    </message>
    <message>
        <source>Nothing snaps; with Ctrl it does.</source>
        <translation>Niets klikt vast; met Ctrl wel.</translation>
    </message>
</context>
</TS>
