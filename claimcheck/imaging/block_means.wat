;; The mean of each 8 by 8 block of a baseline JPEG (ITU-T T.81), for block_means.py.
;;
;; A block's mean is its first coefficient. The other 63 only have to be passed over, which is what
;; takes the time: here a table tells for the next 14 bits how many whole coefficients they hold,
;; so that one look passes over several. Decoders that want the coefficients can't do that.
;;
;; Memory, from the bottom: a plan that the caller wrote, tables, the file, its entropy-coded bits,
;; the means. What a damaged file makes this read or write is never outside of that.
(module
  (memory (export "memory") 4 640)

  ;; Bits of a look: what fits four times into a window of 57. Its tables stay in a fast cache.
  (global $look i32 (i32.const 14))

  ;; The codes of a Huffman table, 16 counts and symbols as they stand in the file (B.2.4.2): for
  ;; any 16 bits, length << 8 | symbol of the code that they begin with, or 0.
  ;; Returns 0 when the counts name more codes than there can be.
  (func (export "codes") (param $counts i32) (param $table i32) (result i32)
    (local $length i32) (local $left i32) (local $same i32) (local $symbol i32) (local $end i32)
    (local $entry i32)
    (local.set $symbol (i32.add (local.get $counts) (i32.const 16)))
    (local.set $end (i32.add (local.get $table) (i32.const 0x20000)))
    (local.set $length (i32.const 1))
    (loop $lengths
      (local.set $left (i32.load8_u
        (i32.add (local.get $counts) (i32.sub (local.get $length) (i32.const 1)))))
      (block $none
        (loop $codes
          (br_if $none (i32.eqz (local.get $left)))
          (local.set $entry (i32.or (i32.shl (local.get $length) (i32.const 8))
                                    (i32.load8_u (local.get $symbol))))
          (local.set $same
            (i32.shl (i32.const 1) (i32.sub (i32.const 16) (local.get $length))))
          (loop $fill
            (if (i32.ge_u (local.get $table) (local.get $end)) (then (return (i32.const 0))))
            (i32.store16 (local.get $table) (local.get $entry))
            (local.set $table (i32.add (local.get $table) (i32.const 2)))
            (local.set $same (i32.sub (local.get $same) (i32.const 1)))
            (br_if $fill (local.get $same)))
          (local.set $symbol (i32.add (local.get $symbol) (i32.const 1)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $codes)))
      (local.set $length (i32.add (local.get $length) (i32.const 1)))
      (br_if $lengths (i32.le_u (local.get $length) (i32.const 16))))
    (block $rest
      (loop $unused
        (br_if $rest (i32.ge_u (local.get $table) (local.get $end)))
        (i32.store16 (local.get $table) (i32.const 0))
        (local.set $table (i32.add (local.get $table) (i32.const 2)))
        (br $unused)))
    (i32.const 1))

  ;; From a table of 16-bit codes what any $look bits hold of whole coefficients: how many bits
  ;; they take | by how much the place in the block goes on << 5 | whether it ends there << 15.
  ;; 0 when not even one is whole.
  (func (export "looks") (param $codes i32) (param $table i32)
    (local $bits i32) (local $used i32) (local $on i32) (local $code i32) (local $takes i32)
    (local $steps i32) (local $ends i32)
    (loop $all
      (local.set $used (i32.const 0))
      (local.set $on (i32.const 0))
      (local.set $ends (i32.const 0))
      (block $full
        (loop $more
          (local.set $code (i32.load16_u (i32.add (local.get $codes) (i32.shl (i32.and
            (i32.shl (local.get $bits)
              (i32.add (local.get $used) (i32.sub (i32.const 16) (global.get $look))))
            (i32.const 0xffff)) (i32.const 1)))))
          (br_if $full (i32.eqz (local.get $code)))
          (local.set $takes (i32.add (local.get $used) (call $bits_of (local.get $code))))
          (br_if $full (i32.gt_u (local.get $takes) (global.get $look)))
          (local.set $ends (i32.eqz (i32.and (local.get $code) (i32.const 0xff))))
          ;; An end counts as a step, so that a block which is full already isn't ended again.
          (local.set $steps (i32.add (local.get $on) (call $steps_of (local.get $code))))
          (if (i32.gt_u (local.get $steps) (i32.const 63))
            (then (local.set $ends (i32.const 0)) (br $full)))
          (local.set $used (local.get $takes))
          (local.set $on (local.get $steps))
          (br_if $more (i32.eqz (local.get $ends)))))
      (i32.store16 (i32.add (local.get $table) (i32.shl (local.get $bits) (i32.const 1)))
        (i32.or (local.get $used) (i32.or (i32.shl (local.get $on) (i32.const 5))
                                          (i32.shl (local.get $ends) (i32.const 15)))))
      (local.set $bits (i32.add (local.get $bits) (i32.const 1)))
      (br_if $all (i32.lt_u (local.get $bits) (i32.shl (i32.const 1) (global.get $look))))))

  ;; Of a code and the value behind it, whose length is the symbol's lower half.
  (func $bits_of (param $code i32) (result i32)
    (i32.add (i32.shr_u (local.get $code) (i32.const 8))
             (i32.and (local.get $code) (i32.const 15))))

  ;; The zeros before a coefficient are the symbol's upper half.
  (func $steps_of (param $code i32) (result i32)
    (i32.add (i32.const 1)
             (i32.shr_u (i32.and (local.get $code) (i32.const 0xff)) (i32.const 4))))

  ;; Copy entropy-coded bytes to where they end at $end, the first one last, so that a window of
  ;; bits is one read; without the zero that follows each 0xff there. Stops at a marker or at $to.
  ;; Returns how many were written, and where it stopped.
  (func (export "unstuff") (param $from i32) (param $to i32) (param $end i32) (result i32 i32)
    (local $some v128) (local $out i32) (local $byte i32)
    (local.set $out (local.get $end))
    (block $stop
      (loop $next
        (if (i32.le_u (i32.add (local.get $from) (i32.const 16)) (local.get $to))
          (then
            (local.set $some (v128.load (local.get $from)))
            (if (i32.eqz (v128.any_true
                  (i8x16.eq (local.get $some) (i8x16.splat (i32.const 0xff)))))
              (then
                (local.set $out (i32.sub (local.get $out) (i32.const 16)))
                (v128.store (local.get $out)
                  (i8x16.shuffle 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0
                    (local.get $some) (local.get $some)))
                (local.set $from (i32.add (local.get $from) (i32.const 16)))
                (br $next)))))
        (loop $bytes
          (br_if $stop (i32.ge_u (local.get $from) (local.get $to)))
          (local.set $byte (i32.load8_u (local.get $from)))
          (if (i32.eq (local.get $byte) (i32.const 0xff))
            (then (br_if $stop (i32.load8_u offset=1 (local.get $from)))))
          (local.set $out (i32.sub (local.get $out) (i32.const 1)))
          (i32.store8 (local.get $out) (local.get $byte))
          (if (i32.eq (local.get $byte) (i32.const 0xff))
            (then
              (local.set $from (i32.add (local.get $from) (i32.const 2)))
              (br $next)))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))
          (br $bytes))))
    (i32.sub (local.get $end) (local.get $out))
    (local.get $from))

  ;; The bits from $at on: 57 of them or more.
  (func $window (param $end i32) (param $at i32) (result i64)
    (i64.shl
      (i64.load (i32.sub (i32.sub (local.get $end) (i32.const 8))
                         (i32.shr_u (local.get $at) (i32.const 3))))
      (i64.extend_i32_u (i32.and (local.get $at) (i32.const 7)))))

  (func $entry (param $table i32) (param $index i64) (result i32)
    (i32.load16_u
      (i32.add (local.get $table) (i32.shl (i32.wrap_i64 (local.get $index)) (i32.const 1)))))

  ;; The means of all blocks. The plan has an entry of 32 bytes for each block of an MCU:
  ;;   0 codes of first coefficients    4 codes of the others   8 looks at those
  ;;  12 where its component's first coefficient before stands  16 what they are multiplied by
  ;;  20 where its mean goes   24 how far on in the next MCU    28 and in the next row of MCUs
  ;; Returns how many bits were left, or -1 when they are not what they should be.
  (func (export "means") (param $end i32) (param $bytes i32) (param $plan i32)
      (param $plan_end i32) (param $columns i32) (param $rows i32) (result i32)
    (local $at i32) (local $bits i64) (local $left i32) (local $block i32) (local $looks i32)
    (local $place i32) (local $code i32) (local $n i32) (local $value i32) (local $column i32)
    (loop $row
      (local.set $column (local.get $columns))
      (loop $mcu
        (local.set $block (local.get $plan))
        (loop $each
          (if (i32.gt_u (local.get $at) (i32.shl (local.get $bytes) (i32.const 3)))
            (then (return (i32.const -1))))
          ;; The first coefficient: how far it is from the one before (F.2.2.1).
          (local.set $bits (call $window (local.get $end) (local.get $at)))
          (local.set $code (call $entry (i32.load (local.get $block))
            (i64.shr_u (local.get $bits) (i64.const 48))))
          (if (i32.eqz (local.get $code)) (then (return (i32.const -1))))
          (local.set $n (i32.and (local.get $code) (i32.const 15)))
          (local.set $bits (i64.shl (local.get $bits)
            (i64.extend_i32_u (i32.shr_u (local.get $code) (i32.const 8)))))
          (local.set $value (i32.wrap_i64 (i64.shr_u
            (i64.shr_u (local.get $bits) (i64.const 1))
            (i64.extend_i32_u (i32.sub (i32.const 63) (local.get $n))))))
          (if (i64.ge_s (local.get $bits) (i64.const 0))  ;; begins with 0: it is below zero
            (then (local.set $value (i32.sub (i32.add (local.get $value) (i32.const 1))
                                             (i32.shl (i32.const 1) (local.get $n))))))
          (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $n))))
          (local.set $n (call $bits_of (local.get $code)))
          (local.set $at (i32.add (local.get $at) (local.get $n)))
          (local.set $left (i32.sub (i32.const 57) (local.get $n)))
          (local.set $n (i32.load offset=12 (local.get $block)))
          (local.set $value (i32.add (i32.load (local.get $n)) (local.get $value)))
          (i32.store (local.get $n) (local.get $value))
          (i32.store8 (i32.load offset=20 (local.get $block))
            (call $mean (i32.mul (local.get $value) (i32.load offset=16 (local.get $block)))))
          (i32.store offset=20 (local.get $block)
            (i32.add (i32.load offset=20 (local.get $block))
                     (i32.load offset=24 (local.get $block))))
          ;; Past the other coefficients.
          (local.set $looks (i32.load offset=8 (local.get $block)))
          (local.set $place (i32.const 1))
          (block $done
            (loop $past
              (if (i32.lt_s (local.get $left) (i32.const 26))  ;; the longest code and value
                (then
                  ;; $window and $entry again, in this loop: calls would take an eighth more time.
                  (local.set $bits (i64.shl
                    (i64.load (i32.sub (i32.sub (local.get $end) (i32.const 8))
                                       (i32.shr_u (local.get $at) (i32.const 3))))
                    (i64.extend_i32_u (i32.and (local.get $at) (i32.const 7)))))
                  (local.set $left (i32.const 57))))
              (local.set $code (i32.load16_u (i32.add (local.get $looks) (i32.shl
                (i32.wrap_i64 (i64.shr_u (local.get $bits) (i64.const 50))) (i32.const 1)))))
              (local.set $n (i32.and (i32.shr_u (local.get $code) (i32.const 5))
                                     (i32.const 63)))
              (if (i32.and
                    (i32.ne (local.get $n) (i32.const 0))
                    (i32.le_u (i32.add (local.get $place) (local.get $n)) (i32.const 64)))
                (then
                  (local.set $place (i32.add (local.get $place) (local.get $n)))
                  (local.set $n (i32.and (local.get $code) (i32.const 31)))
                  (local.set $bits
                    (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $n))))
                  (local.set $at (i32.add (local.get $at) (local.get $n)))
                  (local.set $left (i32.sub (local.get $left) (local.get $n)))
                  (br_if $done (i32.and (local.get $code) (i32.const 0x8000)))
                  (br_if $past (i32.lt_u (local.get $place) (i32.const 64)))
                  (br $done)))
              ;; A long one, or one of several that would be of the next block: singly.
              (local.set $code (call $entry (i32.load offset=4 (local.get $block))
                (i64.shr_u (local.get $bits) (i64.const 48))))
              (if (i32.eqz (local.get $code)) (then (return (i32.const -1))))
              (local.set $n (call $bits_of (local.get $code)))
              (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $n))))
              (local.set $at (i32.add (local.get $at) (local.get $n)))
              (local.set $left (i32.sub (local.get $left) (local.get $n)))
              (br_if $done (i32.eqz (i32.and (local.get $code) (i32.const 0xff))))
              (local.set $place
                (i32.add (local.get $place) (call $steps_of (local.get $code))))
              (br_if $past (i32.lt_u (local.get $place) (i32.const 64)))
              (if (i32.gt_u (local.get $place) (i32.const 64))
                (then (return (i32.const -1))))))
          (local.set $block (i32.add (local.get $block) (i32.const 32)))
          (br_if $each (i32.lt_u (local.get $block) (local.get $plan_end))))
        (local.set $column (i32.sub (local.get $column) (i32.const 1)))
        (br_if $mcu (local.get $column)))
      (local.set $block (local.get $plan))
      (loop $down
        (i32.store offset=20 (local.get $block)
          (i32.add (i32.load offset=20 (local.get $block))
                   (i32.load offset=28 (local.get $block))))
        (local.set $block (i32.add (local.get $block) (i32.const 32)))
        (br_if $down (i32.lt_u (local.get $block) (local.get $plan_end))))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $row (local.get $rows)))
    (i32.sub (i32.shl (local.get $bytes) (i32.const 3)) (local.get $at)))

  ;; A first coefficient is eight times the mean, and zero stands for 128 (A.3.1, A.3.3).
  (func $mean (param $first i32) (result i32)
    (local $mean i32)
    (local.set $mean (i32.add (i32.const 128)
      (i32.shr_s (i32.add (local.get $first) (i32.const 4)) (i32.const 3))))
    (if (i32.lt_s (local.get $mean) (i32.const 0)) (then (return (i32.const 0))))
    (if (i32.gt_s (local.get $mean) (i32.const 255)) (then (return (i32.const 255))))
    (local.get $mean)))
