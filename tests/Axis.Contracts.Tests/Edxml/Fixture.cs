namespace Axis.Contracts.Tests.Edxml;

/// <summary>Packages that lie beside the tests as files.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Fixture).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("no such fixture", name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
