/** The long article of the sample news, with most of what articles are made of. */
export const leadText = `
<p><strong>From next spring one ticket and one bed will do for all four passes</strong></p>
<p><strong>Upper Lenz</strong> – For as long as there have been sleepers in the valleys, a passenger going from one end
of the range to the other has had to dress at two in the morning, carry a suitcase across a cold platform, and lie down
again in a coach whose sheets belonged to somebody else's railway. From the last Sunday in March that will end. Seven
operators have signed a single timetable for night trains, and with it a single set of rules about light, heat and
breakfast.</p>
<h2>What changes for passengers</h2>
<p>Coaches will run through. A bed booked at the lake stays the same bed at the sea, and conductors will no longer wake
the whole carriage to look at tickets that were looked at three hours before. Waiting rooms at all thirty-one stations
will be lit and heated until the last train of the night has left, even where only one person is waiting for it.</p>
<p>Fares follow the distance as the line runs, with one price for a seat and one for a bed. Children travel free under
six, bicycles for the price of a cup of tea.</p>
<blockquote><p>“Nobody asked for faster trains. They asked not to be woken.”</p></blockquote>
<h2>How the valleys came to agree</h2>
<p>The talks took eleven years, of which, by the reckoning of those who sat through them, nine were spent on the question
of whose clock should hang in the shared stations. In the end it was a schoolteacher on the committee who pointed out
that the passes are in the dark at the hours in question, and that any clock would do as long as all of them
showed the same.</p>
<ul>
<li>Two pairs of trains a night in each direction, three on Fridays.</li>
<li>Connections are held for twenty minutes, and the buses below wait for them.</li>
<li>Lamps in the corridors are dimmed between eleven and six.</li>
</ul>
<p>The coaches themselves are old ones, rebuilt in the works at Arven. Windows open again. The beds are a hand wider than
they were, and the folding tables, which generations of travellers have learned to hold up with a knee, now have a
bolt.<sup><a href="#fn1" id="fnref1">1</a></sup></p>
<h2>What remains open</h2>
<p>Two tunnels are too low for the new roofs and will be lowered by the width of a palm before the winter. Until then
trains take the old loop over the saddle, which is forty minutes longer and, as the operators now like to say, by far
the better view. Freight will move to the daytime hours, a change that the quarries accepted in exchange for a second
siding.</p>
<p>Bookings open in October. The first through train leaves the lake at ten past nine in the evening, and is due at the
sea, sheets and all, in time for the market.</p>
<section class="footnotes"><ol><li id="fn1"><p>It is the bolt of the ski racks that the same works made until the last
of the snow trains, and it has never been known to jam. <a href="#fnref1">↩</a></p></li></ol></section>
`;
