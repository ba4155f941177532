using Axis.Contracts.Calendar;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Tests.Edxml;

namespace Axis.Contracts.Tests.Checks;

/// <summary>The tables of the door, one part for each rule.</summary>
internal static partial class DoorCases
{
    /// <summary>An ordinary letter of a Monday, without fault.</summary>
    public static readonly Package Package = Of(Sample.Edoc.Read().Package(), header => header with { Priority = 0 });

    /// <summary>That Monday at ten, with every source at hand and nothing against anybody.</summary>
    public static readonly DoorFacts Facts = new()
    {
        Now = At(23, 10),
        Calendar = WorkingCalendar.National,
        Adapter = new("G22", true),
        Sender = new("G22", "a", SenderStanding.Served),
        Receivers = [new("H37.02", "b", ReceiverStanding.Reachable), new("000.00.00.H14", "c", ReceiverStanding.Reachable)],
        Earlier = [],
        SameId = [],
        Amended = [],
    };

    public static IReadOnlyList<DoorCase> All { get; } =
        [.. Adapters, .. Senders, .. Receivers, .. Attachments, .. Contents, .. Forms, .. Secrets, .. Repeats, .. Amendments, .. Sendings];

    /// <summary>A day of November 2026 in Vietnam.</summary>
    private static DateTimeOffset At(int day, int hour, int minute = 0, int second = 0) => new(2026, 11, day, hour, minute, second, VietnamTime.Offset);

    private static Package Of(Package package, Func<EdocHeader, EdocHeader> change) => package with { Edoc = change(package.Edoc!) };

    private static Package Same(Package package) => package;

    private static DoorFacts Known(DoorFacts facts) => facts;

    private static DoorCase Header(CheckRule rule, string name, Func<EdocHeader, EdocHeader> change, params string[] expected) =>
        new(rule, name, package => Of(package, change), Known, expected);

    private static DoorCase Knowing(CheckRule rule, string name, Func<DoorFacts, DoorFacts> know, params string[] expected) =>
        new(rule, name, Same, know, expected);

    private static EdocHeader With(this EdocHeader header, string? number = null, string? notation = null) =>
        header with { Code = new(number ?? header.Code.Number, notation ?? header.Code.Notation), DocumentId = "văn bản 1" };

    private static Package Status(string code, string? description)
    {
        var package = Sample.Status.Read().Package();
        return package with { Status = package.Status! with { StatusCode = code, Description = description } };
    }
}
