using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Axis.Contracts.Sealing;
using PdfSharp.Pdf;

namespace Axis.Hub.Statements.Render;

/// <summary>
/// Saves a document with the axis's signature (ISO 32000-1, 12.8): a detached CMS over all bytes but its own place. PDFsharp's own signing takes the machine's clock, and its files differ
/// from run to run; here the document is saved with room for the signature, what is random in it is made the same for the same statement, and then it is signed.
/// </summary>
internal static partial class SignedPdf
{
    // A signature with its certificate takes two to three thousand bytes, each authority above it one or two more.
    private const int Room = 16_384;

    private const string NoRange = "[0 0000000000 0000000000 0000000000]";

    private static readonly string NoSignature = $"<{new string('0', 2 * Room)}>";

    public static byte[] Sign(PdfDocument document, Sealer signer)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Info.Title} {document.Info.CreationDate:O}"))[..16];
        document.Internals.FirstDocumentID = Encoding.Latin1.GetString(id);
        document.Internals.SecondDocumentID = Encoding.Latin1.GetString(id);
        AddField(document);
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);

        // Latin-1 keeps each byte as one letter, and no replacement is longer or shorter than what it replaces: places stay places.
        var text = Encoding.Latin1.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        text = SubsetTag().Replace(text, "AXISVN+");
        text = MetadataId().Replace(text, $"uuid:{new Guid(id)}");
        return Fill(text, signer);
    }

    private static void AddField(PdfDocument document)
    {
        var signature = new PdfDictionary(document);
        signature.Elements["/Type"] = new PdfName("/Sig");
        signature.Elements["/Filter"] = new PdfName("/Adobe.PPKLite");
        signature.Elements["/SubFilter"] = new PdfName("/adbe.pkcs7.detached");
        signature.Elements["/Name"] = new PdfString(document.Info.Author, PdfStringEncoding.Unicode);
        signature.Elements["/Reason"] = new PdfString(document.Info.Title, PdfStringEncoding.Unicode);
        signature.Elements["/ByteRange"] = new PdfLiteral(NoRange);
        signature.Elements["/Contents"] = new PdfLiteral(NoSignature);
        document.Internals.AddObject(signature);

        // What is seen of it is drawn on the page; the field over it only makes it answer to a click.
        var appearance = new PdfDictionary(document);
        appearance.Elements["/Type"] = new PdfName("/XObject");
        appearance.Elements["/Subtype"] = new PdfName("/Form");
        appearance.Elements["/BBox"] = new PdfLiteral("[0 0 1 1]");
        appearance.CreateStream([]);
        document.Internals.AddObject(appearance);
        var normal = new PdfDictionary(document);
        normal.Elements["/N"] = appearance.Reference!;

        var page = document.Pages[0];
        var field = new PdfDictionary(document);
        field.Elements["/Type"] = new PdfName("/Annot");
        field.Elements["/Subtype"] = new PdfName("/Widget");
        field.Elements["/FT"] = new PdfName("/Sig");
        field.Elements["/T"] = new PdfString("Axis");
        field.Elements["/F"] = new PdfInteger(132);
        field.Elements["/P"] = page.Reference!;
        field.Elements["/V"] = signature.Reference!;
        field.Elements["/AP"] = normal;
        var box = PdfFrontPage.SignatureBox;
        field.Elements["/Rect"] = new PdfLiteral(string.Create(
            CultureInfo.InvariantCulture, $"[{box.Left:0} {page.Height.Point - box.Bottom:0} {box.Right:0} {page.Height.Point - box.Top:0}]"));
        document.Internals.AddObject(field);
        page.Elements["/Annots"] = new PdfArray(document, field.Reference!);

        var form = new PdfDictionary(document);
        form.Elements["/SigFlags"] = new PdfInteger(3);
        form.Elements["/Fields"] = new PdfArray(document, field.Reference!);
        document.Internals.Catalog.Elements["/AcroForm"] = form;
    }

    private static byte[] Fill(string text, Sealer signer)
    {
        var from = text.IndexOf(NoSignature, StringComparison.Ordinal);
        var to = from + NoSignature.Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {from} {to} {text.Length - to}").PadRight(NoRange.Length - 1) + "]";
        var bytes = Encoding.Latin1.GetBytes(text.Replace(NoRange, range, StringComparison.Ordinal));
        var signature = Convert.ToHexString(signer.Seal([.. bytes.AsSpan(0, from), .. bytes.AsSpan(to)]));
        if (signature.Length > 2 * Room)
        {
            throw new CryptographicException($"The signature takes {signature.Length / 2} bytes; there is room for {Room}.");
        }

        Encoding.ASCII.GetBytes(signature, bytes.AsSpan(from + 1));
        return bytes;
    }

    [GeneratedRegex(@"(?<=/)[A-Z]{6}\+(?=BeVietnamPro|Be#20Vietnam)")]
    private static partial Regex SubsetTag();

    [GeneratedRegex("uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex MetadataId();
}
