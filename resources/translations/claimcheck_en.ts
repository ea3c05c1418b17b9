<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CaptureDialog</name>
    <message numerus="yes">
        <source>%n ticked picture(s) will be fetched from the web.</source>
        <translation>
            <numerusform>%n ticked picture will be fetched from the web.</numerusform>
            <numerusform>%n ticked pictures will be fetched from the web.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimAdder</name>
    <message numerus="yes">
        <source>Add %n claim(s)</source>
        <translation>
            <numerusform>Add %n claim</numerusform>
            <numerusform>Add %n claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClipPage</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message numerus="yes">
        <source>Drop %n photo(s)</source>
        <translation>
            <numerusform>Drop %n photo</numerusform>
            <numerusform>Drop %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop %n listing image(s)</source>
        <translation>
            <numerusform>Drop %n listing image</numerusform>
            <numerusform>Drop %n listing images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) in {folder}</source>
        <translation>
            <numerusform>%n file in {folder}</numerusform>
            <numerusform>%n files in {folder}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) of these names are there too.</source>
        <translation>
            <numerusform>%n more file of these names are there too.</numerusform>
            <numerusform>%n more files of these names are there too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryDeeds</name>
    <message numerus="yes">
        <source>Delete %n review(s) for good?</source>
        <translation>
            <numerusform>Delete %n review for good?</numerusform>
            <numerusform>Delete %n reviews for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message numerus="yes">
        <source>%n claim(s), none judged</source>
        <translation>
            <numerusform>%n claim, none judged</numerusform>
            <numerusform>%n claims, none judged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <source>Trash · %n review(s)</source>
        <translation>
            <numerusform>Trash · %n review</numerusform>
            <numerusform>Trash · %n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkPanel</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message numerus="yes">
        <source>{done} of %n picture(s)</source>
        <translation>
            <numerusform>{done} of %n picture</numerusform>
            <numerusform>{done} of %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message numerus="yes">
        <source>Drop %n listing image(s)</source>
        <translation>
            <numerusform>Drop %n listing image</numerusform>
            <numerusform>Drop %n listing images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop %n photo(s)</source>
        <translation>
            <numerusform>Drop %n photo</numerusform>
            <numerusform>Drop %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StampRows</name>
    <message numerus="yes">
        <source>Remove this picture and %n stamp(s) that show it</source>
        <translation>
            <numerusform>Remove this picture and %n stamp that show it</numerusform>
            <numerusform>Remove this picture and %n stamps that show it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message numerus="yes">
        <source>%n picture(s) of these are in other reviews already.</source>
        <translation>
            <numerusform>%n of these pictures is in another review already.</numerusform>
            <numerusform>%n of these pictures are in other reviews already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message numerus="yes">
        <source>%n more file(s) have the same problem.</source>
        <translation>
            <numerusform>%n more file have the same problem.</numerusform>
            <numerusform>%n more files have the same problem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>history</name>
    <message numerus="yes">
        <source>Delete %n mark(s)</source>
        <translation>
            <numerusform>Delete %n mark</numerusform>
            <numerusform>Delete %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n mark(s)</source>
        <translation>
            <numerusform>Duplicate %n mark</numerusform>
            <numerusform>Duplicate %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n mark(s)</source>
        <translation>
            <numerusform>Cut %n mark</numerusform>
            <numerusform>Cut %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n mark(s)</source>
        <translation>
            <numerusform>Paste %n mark</numerusform>
            <numerusform>Paste %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n mark(s) to the other picture</source>
        <translation>
            <numerusform>Copy %n mark to the other picture</numerusform>
            <numerusform>Copy %n marks to the other picture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste style onto %n mark(s)</source>
        <translation>
            <numerusform>Paste style onto %n mark</numerusform>
            <numerusform>Paste style onto %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n mark(s)</source>
        <translation>
            <numerusform>Move %n mark</numerusform>
            <numerusform>Move %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring %n mark(s) to the front</source>
        <translation>
            <numerusform>Bring %n mark to the front</numerusform>
            <numerusform>Bring %n marks to the front</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n mark(s) to the back</source>
        <translation>
            <numerusform>Send %n mark to the back</numerusform>
            <numerusform>Send %n marks to the back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n claim(s)</source>
        <translation>
            <numerusform>Add %n claim</numerusform>
            <numerusform>Add %n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n difference(s)</source>
        <translation>
            <numerusform>Delete %n difference</numerusform>
            <numerusform>Delete %n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colour %n mark(s)</source>
        <translation>
            <numerusform>Colour %n mark</numerusform>
            <numerusform>Colour %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Place %n mark(s)</source>
        <translation>
            <numerusform>Place %n mark</numerusform>
            <numerusform>Place %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bend %n mark(s)</source>
        <translation>
            <numerusform>Bend %n mark</numerusform>
            <numerusform>Bend %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change stroke of %n mark(s)</source>
        <translation>
            <numerusform>Change stroke of %n mark</numerusform>
            <numerusform>Change stroke of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resize text of %n mark(s)</source>
        <translation>
            <numerusform>Resize text of %n mark</numerusform>
            <numerusform>Resize text of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Round corners of %n mark(s)</source>
        <translation>
            <numerusform>Round corners of %n mark</numerusform>
            <numerusform>Round corners of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change opacity of %n mark(s)</source>
        <translation>
            <numerusform>Change opacity of %n mark</numerusform>
            <numerusform>Change opacity of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change line of %n mark(s)</source>
        <translation>
            <numerusform>Change line of %n mark</numerusform>
            <numerusform>Change line of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change heads of %n mark(s)</source>
        <translation>
            <numerusform>Change heads of %n mark</numerusform>
            <numerusform>Change heads of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change look of %n mark(s)</source>
        <translation>
            <numerusform>Change look of %n mark</numerusform>
            <numerusform>Change look of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change shape of %n mark(s)</source>
        <translation>
            <numerusform>Change shape of %n mark</numerusform>
            <numerusform>Change shape of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change cover of %n mark(s)</source>
        <translation>
            <numerusform>Change cover of %n mark</numerusform>
            <numerusform>Change cover of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change typeface of %n mark(s)</source>
        <translation>
            <numerusform>Change typeface of %n mark</numerusform>
            <numerusform>Change typeface of %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shade %n mark(s)</source>
        <translation>
            <numerusform>Shade %n mark</numerusform>
            <numerusform>Shade %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fill %n mark(s)</source>
        <translation>
            <numerusform>Fill %n mark</numerusform>
            <numerusform>Fill %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s)</source>
        <translation>
            <numerusform>Add %n picture</numerusform>
            <numerusform>Add %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n receipt(s)</source>
        <translation>
            <numerusform>Add %n receipt</numerusform>
            <numerusform>Add %n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n frame(s) of a clip</source>
        <translation>
            <numerusform>Add %n frame of a clip</numerusform>
            <numerusform>Add %n frames of a clip</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Style %n mark(s)</source>
        <translation>
            <numerusform>Style %n mark</numerusform>
            <numerusform>Style %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s) as a stamp</source>
        <translation>
            <numerusform>Add %n picture as a stamp</numerusform>
            <numerusform>Add %n pictures as a stamp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove a picture and %n stamp(s)</source>
        <translation>
            <numerusform>Remove a picture and %n stamp</numerusform>
            <numerusform>Remove a picture and %n stamps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n stamp(s)</source>
        <translation>
            <numerusform>Change %n stamp</numerusform>
            <numerusform>Change %n stamps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write on %n stamp(s)</source>
        <translation>
            <numerusform>Write on %n stamp</numerusform>
            <numerusform>Write on %n stamps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n proposal(s)</source>
        <translation>
            <numerusform>Dismiss %n proposal</numerusform>
            <numerusform>Dismiss %n proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw %n length(s)</source>
        <translation>
            <numerusform>Draw %n length</numerusform>
            <numerusform>Draw %n lengths</numerusform>
        </translation>
    </message>
</context>
</TS>
