using PdfSharp.Fonts;

namespace Axis.Hub.Statements.Render;

/// <summary>Hands PDFsharp the fonts that travel with the program; no font of the machine is used.</summary>
internal sealed class PrintFonts : IFontResolver
{
    public const string Family = "Be Vietnam Pro";

    private static readonly Lazy<bool> Registered = new(() =>
    {
        GlobalFontSettings.FontResolver = new PrintFonts();
        return true;
    });

    /// <summary>PDFsharp keeps one resolver per process; the first page that is drawn sets it.</summary>
    public static void Register() => _ = Registered.Value;

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? "BeVietnamPro_700Bold" : "BeVietnamPro_400Regular", mustSimulateBold: false, mustSimulateItalic: isItalic);

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(PrintFonts).Assembly.GetManifestResourceStream($"Statements/Render/Fonts/{faceName}.ttf")
            ?? throw new InvalidOperationException($"The font {faceName} is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
