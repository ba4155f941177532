namespace Axis.Hub.Ledger;

/// <summary>The axis itself where it is the sender of a document. It is in no directory: nobody can send to it, and no adapter speaks for it.</summary>
internal static class HubAgency
{
    public static readonly Guid Id = new("00000000-0000-0000-0000-0000000a8150");

    public const string NameVi = "Trục liên thông văn bản quốc gia";

    public const string NameEn = "National document exchange axis";
}
