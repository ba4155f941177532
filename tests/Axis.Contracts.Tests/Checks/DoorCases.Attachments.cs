using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private const string NoAttachment = "AXS-2601! /edXML/AttachmentEncoded";

    private static IReadOnlyList<DoorCase> Attachments =>
    [
        Bare("a document without attachment", null, NoAttachment),
        Bare("a recall without attachment", Recall()),
        Bare("an update without attachment", Update(), NoAttachment),
        Bare("a replacement without attachment", Replacement(), NoAttachment),
        new(CheckRule.R6, "a recall whose manifest names a file that is not there", package => package with { Business = Recall(), Attachments = [] }, Known,
            [.. Package.Manifest.Select((_, index) => $"AXS-2602! /edXML/edXMLEnvelope/edXMLBody/edXMLManifest/Reference[{index + 1}]/ContentId")]),
    ];

    private static DoorCase Bare(string name, Business? business, params string[] expected) =>
        new(CheckRule.R6, name, package => package with { Business = business, Manifest = [], Attachments = [] }, Known, expected);
}
