using System.Collections.Frozen;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Http;

/// <summary>What each code of a difference means: its kind, who acts, and whether it heals by itself.</summary>
/// <param name="Entry">Code and sentences.</param>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Acts">Who acts.</param>
/// <param name="HealsByItself">True when nobody has to do anything.</param>
public sealed record DifferenceGuide(ErrorEntry Entry, DifferenceKind Kind, DifferenceActor Acts, bool HealsByItself)
{
    private static readonly FrozenDictionary<string, DifferenceGuide> ByCode = new DifferenceGuide[]
    {
        Heals(ErrorCatalogue.BooksSentWithoutReceipt, DifferenceKind.Extra, DifferenceActor.Adapter),
        Needs(ErrorCatalogue.BooksAcceptedUnknownToHub, DifferenceKind.Extra, DifferenceActor.Operator),
        Needs(ErrorCatalogue.BooksSubmissionMissing, DifferenceKind.Missing, DifferenceActor.Agency),
        Needs(ErrorCatalogue.BooksSentOtherBytes, DifferenceKind.Different, DifferenceActor.Operator),
        Heals(ErrorCatalogue.BooksReceiptLost, DifferenceKind.Different, DifferenceActor.Adapter),
        Needs(ErrorCatalogue.BooksVerdictDiffers, DifferenceKind.Different, DifferenceActor.Agency),
        Heals(ErrorCatalogue.BooksStateBehind, DifferenceKind.Different, DifferenceActor.Hub),
        Needs(ErrorCatalogue.BooksStateAhead, DifferenceKind.Different, DifferenceActor.Operator),
        Heals(ErrorCatalogue.BooksDeliveryMissing, DifferenceKind.Missing, DifferenceActor.Hub),
        Needs(ErrorCatalogue.BooksArrivedMissing, DifferenceKind.Missing, DifferenceActor.Agency),
        Needs(ErrorCatalogue.BooksDeliveryUnknownToHub, DifferenceKind.Extra, DifferenceActor.Operator),
        Needs(ErrorCatalogue.BooksReceivedOtherBytes, DifferenceKind.Different, DifferenceActor.Operator),
        Heals(ErrorCatalogue.BooksAcknowledgementLost, DifferenceKind.Different, DifferenceActor.Hub),
        Heals(ErrorCatalogue.BooksAttemptBehind, DifferenceKind.Different, DifferenceActor.Hub),
        Needs(ErrorCatalogue.BooksAttemptAhead, DifferenceKind.Different, DifferenceActor.Operator),
        Needs(ErrorCatalogue.BooksAdapterBehind, DifferenceKind.Different, DifferenceActor.Agency),
        Heals(ErrorCatalogue.BooksHeldAskedBack, DifferenceKind.Different, DifferenceActor.Hub),
        Needs(ErrorCatalogue.BooksHeldThoughOver, DifferenceKind.Different, DifferenceActor.Operator),
        Needs(ErrorCatalogue.BooksAnswerLost, DifferenceKind.Different, DifferenceActor.Operator),
    }.ToFrozenDictionary(guide => guide.Entry.Code, StringComparer.Ordinal);

    /// <summary>Every code that a difference can have.</summary>
    public static IReadOnlyDictionary<string, DifferenceGuide> All => ByCode;

    private static DifferenceGuide Heals(ErrorEntry entry, DifferenceKind kind, DifferenceActor acts) => new(entry, kind, acts, true);

    private static DifferenceGuide Needs(ErrorEntry entry, DifferenceKind kind, DifferenceActor acts) => new(entry, kind, acts, false);
}
