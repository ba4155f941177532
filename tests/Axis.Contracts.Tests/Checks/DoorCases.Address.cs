using Axis.Contracts.Checks;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private static IReadOnlyList<DoorCase> Adapters =>
    [
        Knowing(CheckRule.R1, "an active adapter", Known),
        Knowing(CheckRule.R1, "no adapter is known", facts => facts with { Adapter = null }, "NOT_CHECKED"),
        Knowing(CheckRule.R1, "a suspended adapter", facts => facts with { Adapter = new("G22", false) }, "AXS-1015! "),
        Knowing(CheckRule.R1, "an adapter suspended since yesterday", facts => facts with { Adapter = new("G22", false) { SuspendedSince = At(22, 10) } }, "AXS-1048! "),
        Knowing(CheckRule.R1, "the hash that was sealed", facts => facts with { SealedSha256 = DoorCaseTests.Sha256 }),
        Knowing(CheckRule.R1, "another hash than was sealed", facts => facts with { SealedSha256 = "ff" }, "AXS-1002! "),
        Knowing(CheckRule.R1, "suspended, and another hash", facts => facts with { Adapter = new("G22", false), SealedSha256 = "ff" }, "AXS-1015! ", "AXS-1002! "),
    ];

    private static IReadOnlyList<DoorCase> Senders =>
    [
        Sender("a served sender", SenderStanding.Served),
        Knowing(CheckRule.R4, "no registry", facts => facts with { Sender = null }, "NOT_CHECKED"),
        Sender("a sender of another adapter", SenderStanding.NotServed, "AXS-1003! From/OrganId"),
        Sender("a suspended sender", SenderStanding.Locked, "AXS-1041! From/OrganId"),
        Sender("a delegation that is over", SenderStanding.OutsideDelegation, "AXS-1042! From/OrganId"),
        Sender("a seal of another agency", SenderStanding.NotOfSeal, "AXS-3009! "),
        Knowing(CheckRule.R4, "an old code of the sender",
            facts => facts with { Sender = new("G22", "a", SenderStanding.Served) { Successor = "G22.01" } }, "AXS-1043? From/OrganId"),
        Knowing(CheckRule.R4, "an old code of a suspended sender",
            facts => facts with { Sender = new("G22", "a", SenderStanding.Locked) { Successor = "G22.01" } }, "AXS-1041! From/OrganId", "AXS-1043? From/OrganId"),
    ];

    private static IReadOnlyList<DoorCase> Receivers =>
    [
        Knowing(CheckRule.R5, "two receivers that can be reached", Known),
        Knowing(CheckRule.R5, "no registry", facts => facts with { Receivers = null }, "NOT_CHECKED"),
        Knowing(CheckRule.R5, "a sender that may not send", facts => facts with { Sender = new("G22", "a", SenderStanding.Locked) }, "NOT_CHECKED"),
        Receiver("an unknown receiver beside another", new("H37.02", null, ReceiverStanding.Unknown), "AXS-1004? To[1]/OrganId"),
        Receiver("a receiver without adapter", new("H37.02", "b", ReceiverStanding.Unknown), "AXS-1004? To[1]/OrganId"),
        Receiver("a suspended receiver beside another", new("H37.02", "b", ReceiverStanding.Locked), "AXS-1005? To[1]/OrganId"),
        Receiver("a receiver whose adapter is suspended",
            new("H37.02", "b", ReceiverStanding.Reachable) { SuspendedAdapter = Suspended }, "AXS-1049? To[1]/OrganId"),
        Knowing(CheckRule.R5, "receivers whose adapters are all suspended", facts => facts with
        {
            Receivers =
            [
                new("H37.02", "b", ReceiverStanding.Reachable) { SuspendedAdapter = Suspended },
                new("000.00.00.H14", "c", ReceiverStanding.Reachable) { SuspendedAdapter = Suspended },
            ],
        }, "AXS-1049! To[1]/OrganId", "AXS-1049! To[2]/OrganId", "AXS-1010! "),
        Receiver("the sender among the receivers", new("H37.02", "a", ReceiverStanding.Reachable), "AXS-1006? To[1]/OrganId"),
        Receiver("two codes of one agency", new("H37.02", "c", ReceiverStanding.Reachable), "AXS-1007? To[2]/OrganId"),
        Receiver("an old code of a merged agency", new("H37.02", "b", ReceiverStanding.Reachable) { Successor = "H20" }, "AXS-1043? To[1]/OrganId"),
        Receiver("an old code of a suspended agency", new("H37.02", "b", ReceiverStanding.Locked) { Successor = "H20" },
            "AXS-1005? To[1]/OrganId", "AXS-1043? To[1]/OrganId"),
        Knowing(CheckRule.R5, "a directory that knows neither", facts => facts with { Receivers = [] },
            "AXS-1004! To[1]/OrganId", "AXS-1004! To[2]/OrganId", "AXS-1010! "),
        Knowing(CheckRule.R5, "the sender and a suspended one", facts => facts with
        {
            Receivers = [new("H37.02", "a", ReceiverStanding.Reachable), new("000.00.00.H14", "c", ReceiverStanding.Locked)],
        }, "AXS-1006! To[1]/OrganId", "AXS-1005! To[2]/OrganId", "AXS-1010! "),
        new(CheckRule.R5, "the agency that a status answers", _ => Status("03", null),
            facts => facts with { Sender = new("H37.02", "b", SenderStanding.Served), Receivers = [new("G22", "a", ReceiverStanding.Reachable)] }, []),
        new(CheckRule.R5, "a status to an agency whose adapter is suspended", _ => Status("03", null),
            facts => facts with { Sender = new("H37.02", "b", SenderStanding.Served), Receivers = [new("G22", "a", ReceiverStanding.Reachable) { SuspendedAdapter = Suspended }] },
            ["AXS-1049? ResponseFor/OrganId"]),
        new(CheckRule.R5, "a status to an unknown agency", _ => Status("03", null),
            facts => facts with { Sender = new("H37.02", "b", SenderStanding.Served), Receivers = [] }, ["AXS-1004! ResponseFor/OrganId", "AXS-1010! "]),
    ];

    private static AdapterFact Suspended => new("H37", IsActive: false) { SuspendedSince = At(22, 10) };

    private static DoorCase Sender(string name, SenderStanding standing, params string[] expected) =>
        Knowing(CheckRule.R4, name, facts => facts with { Sender = new("G22", "a", standing) }, expected);

    private static DoorCase Receiver(string name, ReceiverFact fact, params string[] expected) =>
        Knowing(CheckRule.R5, name, facts => facts with { Receivers = [fact, facts.Receivers![1]] }, expected);
}
