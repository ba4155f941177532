namespace Axis.Contracts.Edxml;

/// <summary>The check sum of ZIP entries (APPNOTE.TXT 4.4.7). The platform has one, but keeps it inside its own ZIP reader.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = MakeTable();

    private uint inverted;

    public readonly uint Value => inverted;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var sum = ~inverted;
        foreach (var value in bytes)
        {
            sum = table[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        inverted = ~sum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint index = 0; index < table.Length; index++)
        {
            var sum = index;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }

            table[index] = sum;
        }

        return table;
    }
}
