using PdfSharp.Drawing;

namespace Axis.Hub.Statements.Render;

/// <summary>Letters, colours and measures of the pages.</summary>
internal static class PdfLook
{
    public const double Left = 42;
    public const double Top = 36;
    public const double Width = 511;
    public const double Bottom = 800;

    /// <summary>Height of a line, in sizes of its letters.</summary>
    public const double Leading = 1.32;

    public static readonly XFont Title;
    public static readonly XFont Huge;
    public static readonly XFont Name;
    public static readonly XFont Strong;
    public static readonly XFont Plain;
    public static readonly XFont Small;
    public static readonly XFont SmallStrong;

    public static readonly XSolidBrush Black = new(XColor.FromArgb(0x1A, 0x1F, 0x26));
    public static readonly XSolidBrush Grey = new(XColor.FromArgb(0x5B, 0x65, 0x70));
    public static readonly XSolidBrush Red = new(XColor.FromArgb(0xB4, 0x23, 0x18));
    public static readonly XSolidBrush Green = new(XColor.FromArgb(0x1B, 0x6B, 0x3A));
    public static readonly XSolidBrush Blue = new(XColor.FromArgb(0x2B, 0x5C, 0x8F));
    public static readonly XSolidBrush Pale = new(XColor.FromArgb(0xE8, 0xED, 0xF3));
    public static readonly XSolidBrush Middle = new(XColor.FromArgb(0xA9, 0xB4, 0xC0));
    public static readonly XSolidBrush PaleRed = new(XColor.FromArgb(0xFB, 0xEC, 0xEA));
    public static readonly XSolidBrush PaleGreen = new(XColor.FromArgb(0xE9, 0xF4, 0xED));
    public static readonly XPen Rule = new(XColor.FromArgb(0xC3, 0xCB, 0xD4), 0.5);

    static PdfLook()
    {
        PrintFonts.Register();
        Title = new(PrintFonts.Family, 15, XFontStyleEx.Bold);
        Huge = new(PrintFonts.Family, 22, XFontStyleEx.Bold);
        Name = new(PrintFonts.Family, 11, XFontStyleEx.Bold);
        Strong = new(PrintFonts.Family, 8, XFontStyleEx.Bold);
        Plain = new(PrintFonts.Family, 8);
        Small = new(PrintFonts.Family, 6.5);
        SmallStrong = new(PrintFonts.Family, 6.5, XFontStyleEx.Bold);
    }
}
