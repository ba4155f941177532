using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>One due time that a change of the calendar moves.</summary>
/// <param name="Due"><c>processing</c>, <c>arrive</c>, <c>answer</c>, <c>process</c>, or <see cref="Request"/>.</param>
internal sealed record DueMove(string Due, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>The answer to a request.</summary>
    public const string Request = "request";

    /// <summary>As histories tell it.</summary>
    public override string ToString() => $"{Due} {Text(From)} -> {Text(To)}";

    private static string Text(DateTimeOffset? time) => time is { } value ? SqlTime.Write(value) : "-";
}
