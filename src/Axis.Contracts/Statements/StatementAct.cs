namespace Axis.Contracts.Statements;

/// <summary>What an agency has said of an item that stands in a stock (QĐ 28/2018/QĐ-TTg Art. 9: whoever answers for it follows it up). It moves nothing: the item stays where it is.</summary>
/// <param name="Side">Which side of the item speaks.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Note">In its own words; may be empty.</param>
/// <param name="PromisedOn">The day in Vietnam on which it will be dealt with; of a promise only.</param>
/// <param name="By">The person who said it, if named.</param>
public sealed record StatementAct(StatementSide Side, StatementActKind Kind, DateTimeOffset At, string Note, DateOnly? PromisedOn = null, string? By = null);

/// <summary>A side of an item.</summary>
public enum StatementSide
{
    /// <summary>Whoever sent it.</summary>
    Sender,

    /// <summary>Whoever is to have it.</summary>
    Receiver,
}

/// <summary>What a side says.</summary>
public enum StatementActKind
{
    /// <summary>It is known and will be dealt with by a day.</summary>
    Promised,

    /// <summary>The other side has to act.</summary>
    WaitsForOther,
}
