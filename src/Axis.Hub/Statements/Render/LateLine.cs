using Axis.Contracts.Statements;
using Axis.Hub.Statements.Compose;

namespace Axis.Hub.Statements.Render;

/// <summary>A line about an event that came late.</summary>
/// <param name="Id">Delivery, case or difference.</param>
/// <param name="What">What happened.</param>
/// <param name="Document">Number and notation of the document; null where they are not known.</param>
/// <param name="Counterpart">The other side; null where there is none, or it is not known.</param>
/// <param name="At">When; null where it is not known.</param>
internal sealed record LateLine(string Id, Term What, string? Document = null, StatementAgency? Counterpart = null, DateTimeOffset? At = null)
{
    /// <summary>All that a correction lists; one that was issued before events had names knows their ids and kinds only.</summary>
    public static IReadOnlyList<LateLine> Of(StatementChanges changes) => changes.Late is { } late
        ? [.. late.Select(one => new LateLine(one.Id.ToString(), new(one.WhatVi, one.WhatEn), one.Document, one.Counterpart, one.At))]
        : [.. changes.Events.Select(Read)];

    private static LateLine Read(string text)
    {
        var parts = text.Split('#', ' ');
        var (vi, en) = LateWords.Of(parts[^1], null);
        return new(parts[0], new(vi, en));
    }
}
